/** The files that `gatefold new event` writes: a pack that extends another, and parameters to fill in. */
import {type Pack, packFile} from '../template/pack.ts'
import {readText, type World} from '../world.ts'
import {schemaOf} from './starter.ts'

export interface NewEvent {
  name: string
  /** The pack that it is based on. */
  pack: Pack
  /** Products for events that the pack offers. */
  formats: readonly string[]
  /** Path of the data file. */
  data: string
  /** Parameters that the publication has already. */
  known: Readonly<Record<string, unknown>>
}

/** List the files of an event: path → text. */
export function eventFiles(world: World, event: NewEvent): Record<string, string> {
  const folder = `templates/${event.name}`
  return {
    [`${folder}/template.yml`]: template(event),
    [`${folder}/brand.yml`]: brand(event),
    ...art(world, event.pack, folder),
    [`${folder}/assets/partner-one.svg`]: partnerOne,
    [`${folder}/assets/partner-two.svg`]: partnerTwo,
    [event.data]: sample(event)
  }
}

const schema = (name: string) => schemaOf(name).trimEnd()

function template({pack, formats}: NewEvent): string {
  const declared = pack.manifest.parameters?.properties
  const has = (key: string) => typeof declared === 'object' && declared !== null && key in declared
  const required = ['name', 'date', 'place'].filter(has)
  const flyer = formats.includes('flyer')
    ? '\n# The flyer shows the event only, and nothing of the text of the publication.\nformats:\n  flyer: {omit: ["*"]}\n'
    : ''
  return `${schema('template')}
# All that is not said here is taken from the pack that this one extends, file by file: a partial or a word of the same
# name in this folder (partials/where.hbs, strings/en.yml) stands in its place.
extends: ${pack.name}
${flyer}
# JSON Schema. Another parameter is declared as in this line; \`x-translatable\` puts its text into the catalogs:
#   properties: {dress: {type: string, x-translatable: true}}
parameters:
  required: [${required.join(', ')}]

# Of a list of guests (\`each\` in publication.yml): one without a name gets no letter.
record:
  required: [name]
`
}

function brand({pack}: NewEvent): string {
  const {colors} = pack.brand
  return `${schema('brand')}
# The accent of the event. Every product takes it from here.
color:
  palette:
    event: "${colors.event ?? colors.accent}"        # ground
    event-text: "${colors['event-text'] ?? colors.paper}"   # what stands on it
`
}

/** Pictures of the pack that are drawn in the accent's colours: the art and the mark, to be changed or replaced. */
function art(world: World, pack: Pack, folder: string): Record<string, string> {
  const names = pack.folders.flatMap((home) => world.list(`${home}/assets`).filter((name) => name.endsWith('.svg')))
  const files: Record<string, string> = {}
  for (const name of [...new Set(names)].sort()) {
    const path = packFile(world, pack, `assets/${name}`)
    const text = path === undefined ? undefined : readText(world, path)
    if (text?.includes('var(--event')) files[`${folder}/assets/${name}`] = text
  }
  return files
}

const drawing = (shapes: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 64" width="96" height="64">
${shapes}
</svg>
`

const partnerOne = drawing(`<circle cx="32" cy="32" r="26" fill="none" stroke="var(--event-text)" stroke-width="8"/>
<circle cx="64" cy="32" r="26" fill="none" stroke="var(--event-text)" stroke-width="8"/>`)

const partnerTwo =
  drawing(`<path d="M8 56L8 32A24 24 0 0 1 56 32L56 56" fill="none" stroke="var(--event-text)" stroke-width="8"/>
<path d="M40 56L40 32A24 24 0 0 1 88 32L88 56" fill="none" stroke="var(--event-text)" stroke-width="8"/>`)

/** Parameters of an invented event. Its year is the one in its name. */
function sample({name, known}: NewEvent): string {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(name)?.[0] ?? '2027'
  const words = name
    .replace(year, '')
    .split(/[-_.]+/)
    .filter(Boolean)
    .join(' ')
  const title = words === '' ? name : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
  const publisher = 'organisation' in known ? '' : 'organisation: Example organisation\n'
  const imprint = 'imprint' in known ? '' : 'imprint: Sample, not a publication of a real organisation.\n'
  return `# The event, in the source language of the project. Put your own in the place of each of these.
${publisher}name: "${title}"
date: ${year}-05-14
time: 09:30–16:00
place:
  - Example Hall
  - 1 Sample Street
about: What this day is, for whom, and why it is worth coming.
programme:
  - {time: "09:30", what: Registration and coffee}
  - {time: "10:00", what: Opening, where: Hall 1, main: true}
  - {time: "12:30", what: Lunch, where: Foyer}
  - {time: "14:00", what: Working groups, where: Rooms 2–4}
speakers:
  - {name: Ana Example, role: Head of office}
  - {name: Ben Sample, role: Example University}
partners:
  - {name: Example Foundation, logo: partner-one.svg}
  - {name: Example University, logo: partner-two.svg}
registration: https://www.example.org/${encodeURIComponent(name)}
deadline: ${year}-04-30
invitation:
  - We invite you to a day of talks and working groups.
  - Attendance is free. Please register in good time.
host: {name: Ana Example, role: Head of office}
${imprint}`
}

/** A pack as small as one can be, to lay a test's own files over. */
import {readFileSync} from 'node:fs'
import {memoryWorld} from './memory-world.ts'

const english = readFileSync(new URL('../../templates/base/strings/en.yml', import.meta.url), 'utf8')

export const smallBrand = `meta: {name: Small}
color: {palette: {ink: "#111111", paper: "#FFFFFF"}}
typography:
  fonts:
    - {family: Sans, source: npm, package: some-font, files: [{path: a.ttf, weight: 400}]}
  base: Sans
`

export const smallTemplate = `formats:
  page: {writer: pdf, template: page.hbs}
masters:
  main: {frames: {main: {next: main}, side: {}}}
parameters:
  type: object
  properties:
    place: {type: string}
    count: {type: integer}
    people:
      type: array
      items: {type: object, properties: {name: {type: string}, role: {type: string}}}
`

/** A World with the pack `small`, whose one format is `page`; `files` are paths inside the pack. */
export function smallPack(files: Readonly<Record<string, string>> = {}) {
  const own = Object.entries(files).map(([path, text]) => [`templates/small/${path}`, text] as const)
  return memoryWorld({
    'templates/small/template.yml': smallTemplate,
    'templates/small/brand.yml': smallBrand,
    'templates/small/strings/en.yml': english,
    ...Object.fromEntries(own)
  })
}

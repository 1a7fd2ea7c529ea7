import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import {toHtml} from 'hast-util-to-html'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {fromHast} from '../../../src/document/from-hast.ts'
import {formatOf, themeOf} from '../../../src/template/format.ts'
import {shippedPacks} from '../../../src/template/layers.ts'
import {manifestSchema} from '../../../src/template/manifest.ts'
import {loadPack} from '../../../src/template/pack.ts'
import {checkParameters} from '../../../src/template/parameters.ts'
import {render} from '../../../src/template/render.ts'
import {loadLocale} from '../../../src/template/strings.ts'
import {brandSchema} from '../../../src/theme/brand-schema.ts'
import {diskWorld, programRoot} from '../../../src/world.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'

const formats = [
  ...[
    'brochure',
    'word',
    'report',
    'slides',
    'handout',
    'handout-1',
    'handout-2',
    'handout-4',
    'handout-6',
    'handout-9'
  ],
  ...['notes', 'outline', 'web']
]

const leaflets = ['trifold', 'flyer', 'programme', 'card', 'invitation', 'announcement'].map(
  (format) => ['strands', format] as const
)
const offers = ['base', 'strands'].flatMap((pack) => formats.map((format) => [pack, format] as const))

test.each([...offers, ...leaflets])('the pack %s offers %s, sound in every language', (name, format) => {
  const world = diskWorld(programRoot())
  const meta = {title: 'Title', subtitle: 'Subtitle', authors: ['Ana'], keywords: [], date: '2027-05-14'}
  const {lines} = diagnosed((report) => {
    const pack = loadPack(world, name, report)
    const offered = pack && formatOf(pack, format, report)
    if (!pack || !offered) return
    const params = checkParameters(pack, {}, {locate: () => ({}), report})
    for (const lang of ['mk', 'en', 'sq', 'fr', 'ar']) {
      const locale = loadLocale(world, pack, {lang, fallback: [], report})
      if (!locale) continue
      const data = {doc: meta, params, record: null, publication: 'iom', edition: null}
      const content = {type: 'root' as const, children: []}
      const filled = render({world, pack, format: offered, content, data, locale, report})
      if (filled) fromHast({...filled, lang, dir: locale.dir, meta}, report)
      themeOf(pack, offered, {script: locale.script, overrides: {}, report})
    }
  })
  expect(lines).toEqual([])
})

test.each(['base', 'strands'])(
  'the files of the pack %s hold to their schemas, which is not looked at again',
  (name) => {
    const read = (file: string): unknown => parse(readFileSync(join(programRoot(), 'templates', name, file), 'utf8'))
    expect(manifestSchema.safeParse(read('template.yml')).error).toBe(undefined)
    expect(brandSchema.safeParse(read('brand.yml')).error).toBe(undefined)
  }
)

test('the flyer of strands shows an event from its parameters, in the form of the language', () => {
  const event = {
    name: 'منتدى',
    date: '2027-05-14',
    time: '09:30–16:00',
    place: ['Example Hall', 'Skopje'],
    registration: 'https://www.example.org/forum',
    deadline: '2027-04-30',
    programme: [{time: '10:00', what: 'Opening', where: 'Plenary', main: true}],
    speakers: [{name: 'Ana Example', role: 'Head of mission'}],
    partners: [{name: 'Example Orchards', logo: 'mark.svg'}]
  }
  const {result, lines} = diagnosed((report) => {
    const world = diskWorld(programRoot())
    const pack = loadPack(world, 'strands', report)
    const format = pack && formatOf(pack, 'flyer', report)
    const locale = pack && loadLocale(world, pack, {lang: 'ar', fallback: [], report})
    if (!pack || !format || !locale) return
    const doc = {title: 'Title', subtitle: 'Subtitle', authors: [], keywords: []}
    const params = checkParameters(pack, event, {locate: () => ({}), report})
    const data = {doc, params, record: null, publication: 'day', edition: null}
    return render({world, pack, format, content: {type: 'root', children: []}, data, locale, report})
  })
  expect(lines).toEqual([])
  const html = toHtml(result?.hast ?? {type: 'root', children: []})
  const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(words.trim()).toBe(
    'منتدى ١٤ مايو الجمعة، ٢٠٢٧ ٠٩:٣٠–١٦:٠٠ المكان Example Hall Skopje ١٠:٠٠ Opening Plenary ' +
      'المتحدثون Ana Example Head of mission التسجيل حتى ٣٠ أبريل'
  )
  expect(html).toMatch(/<img src="[^"]+mark\.svg" alt="Example Orchards" height="6">/)
  expect(html).toContain('<gf-qr href="https://www.example.org/forum">')
})

test.each(['base', 'strands'])('what %s says of parameters is JSON Schema', (name) => {
  const {result: pack} = diagnosed((report) => loadPack(diskWorld(programRoot()), name, report))
  const ajv = new Ajv2020({strict: false})
  for (const schema of [pack?.manifest.parameters, pack?.manifest.record ?? {}]) {
    expect(schema).toBeDefined()
    expect(ajv.validateSchema(schema ?? false), ajv.errorsText()).toBe(true)
  }
})

test('the packs that ship are those of the package', () => {
  const {files} = JSON.parse(readFileSync(join(programRoot(), 'package.json'), 'utf8'))
  expect(shippedPacks.map((name) => `templates/${name}`)).toEqual(
    files.filter((path: string) => path.startsWith('templates/'))
  )
})

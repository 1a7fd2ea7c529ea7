import {Ajv2020} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {fromHast} from '../../../src/document/from-hast.ts'
import {formatOf, themeOf} from '../../../src/template/format.ts'
import {loadPack} from '../../../src/template/pack.ts'
import {checkParameters} from '../../../src/template/parameters.ts'
import {render} from '../../../src/template/render.ts'
import {loadLocale} from '../../../src/template/strings.ts'
import {diskWorld, programRoot} from '../../../src/world.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'

const formats = [
  ...['brochure', 'word', 'slides', 'handout', 'handout-1', 'handout-2', 'handout-4', 'handout-6', 'handout-9'],
  ...['notes', 'outline', 'web']
]

test.each(['base', 'strands'].flatMap((pack) => formats.map((format) => [pack, format] as const)))(
  'the pack %s offers %s, sound in every language',
  (name, format) => {
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
  }
)

test.each(['base', 'strands'])('what %s says of parameters is JSON Schema', (name) => {
  const {result: pack} = diagnosed((report) => loadPack(diskWorld(programRoot()), name, report))
  const ajv = new Ajv2020({strict: false})
  for (const schema of [pack?.manifest.parameters, pack?.manifest.record ?? {}]) {
    expect(schema).toBeDefined()
    expect(ajv.validateSchema(schema ?? false), ajv.errorsText()).toBe(true)
  }
})

/** A project that adds fonts of other scripts to its brand: nothing is missing, and the file keeps its promises. */
import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {parse, stringify} from 'yaml'
import {has, output} from '../helpers/programs.ts'
import {project, start} from '../helpers/project.ts'
import {canJudge, judge} from '../helpers/verapdf.ts'
import {samples} from '../unit/writers/pdf-engine/samples.ts'

const {resolve} = createRequire(import.meta.url)
const base = join(import.meta.dirname, '../../templates/base/brand.yml')

/** brand.yml with a font of each script, as an author writes it. */
function brand(): string {
  const file = parse(readFileSync(base, 'utf8'))
  const packages = [...new Set(Object.values(samples).map(({font}) => font))]
  for (const name of packages) {
    const folder = dirname(resolve(`@expo-google-fonts/${name}/package.json`))
    const font = readdirSync(join(folder, '400Regular')).find((entry) => entry.endsWith('.ttf'))
    const files = [{path: `400Regular/${font}`, weight: 400}]
    file.typography.fonts.push({family: `World ${name}`, source: 'npm', package: `@expo-google-fonts/${name}`, files})
    file.typography.fallback.push(`World ${name}`)
  }
  return stringify(file)
}

test.runIf(canJudge() && has('pdftotext', '-v'))('a document in many scripts', () => {
  const paragraphs = Object.values(samples).map(({lang, text}) => `:lang[${text}]{lang=${lang}}`)
  const folder = project({
    'gatefold.yml': 'source: en\nlanguages: [en]\ntemplate: world\nformats: [brochure]\n',
    'templates/world/template.yml': 'extends: base\n',
    'templates/world/brand.yml': brand(),
    'content/scripts/publication.yml': '{}\n',
    'content/scripts/en.md': `---\ntitle: Scripts\n---\n\n${paragraphs.join('\n\n')}\n`
  })
  const {code, err} = start(folder, ['build'])
  expect({code, err}).toMatchObject({code: 0})
  const file = join(folder, 'output/scripts/en/scripts-brochure.pdf')
  expect(judge([file]).map(({flavour, failures}) => [flavour, failures])).toEqual([
    ['ua1', []],
    ['2a', []]
  ])
  const read = output('pdftotext', ['-enc', 'UTF-8', file, '-']).normalize()
  for (const word of ['हर', 'தாளுக்கும்', 'កន្លែង', '場所']) expect(read).toContain(word)
})

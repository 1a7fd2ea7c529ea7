import {expect, test} from 'vitest'
import {parse} from '../../../src/content/parse.ts'
import {Diagnostics} from '../../../src/diagnostic.ts'
import {readCatalogs} from '../../../src/translation/catalog.ts'
import {status} from '../../../src/translation/status.ts'
import {translateText} from '../../../src/translation/translate.ts'
import {units} from '../../../src/translation/unit.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

const po = `msgid "One."
msgstr "Еден."

#, fuzzy
msgid "Two."
msgstr "Две."

msgid "Three."
msgstr ""

msgctxt "params/place"
msgid "Skopje"
msgstr "Скопје"
`
const world = memoryWorld({'content/doc/mk.po': po})
const {report} = new Diagnostics()

test('status counts what a language needs', () => {
  const value = 'One.\n\nTwo.\n\nThree.\n\nFour.\n\n:::only{lang=sq}\nFive.\n:::\n\n:::only{lang=mk}\nSix.\n:::\n'
  const list = units(parse({file: 'content/doc/en.md', lang: 'en', value}, report))
  const [mk, sq] = readCatalogs(world, 'content/doc', ['mk', 'sq'], report)
  expect(mk && status(list, mk)).toEqual({units: 5, translated: 1, stale: 1, missing: 3})
  expect(sq && status(list, sq)).toEqual({units: 5, translated: 0, stale: 0, missing: 5})
})

test('a parameter is translated by its name', () => {
  const catalogs = readCatalogs(world, 'content/doc', ['mk'], report)
  const options = {lang: 'mk', source: 'en', catalogs, report}
  const unit = {source: 'Skopje', file: 'publication.yml'}
  expect(translateText({...unit, context: 'params/place'}, options)).toEqual({value: 'Скопје', lang: 'mk'})
  expect(translateText({...unit, context: 'params/city'}, options)).toEqual({value: 'Skopje', lang: 'en'})
})

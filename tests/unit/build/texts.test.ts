import {expect, test} from 'vitest'
import {unitsFor} from '../../../src/build/texts.ts'
import {parse} from '../../../src/content/parse.ts'
import {units} from '../../../src/translation/unit.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

const value = '---\ntitle: T\n---\n\nFor all.\n\n:::only{lang="en"}\nFor English.\n:::\n'

test.each([
  ['en-GB', ['T', 'For all.', 'For English.']],
  ['mk', ['T', 'For all.']]
])('blocks for a language are for its regions too: %s', (lang, sources) => {
  const {result} = diagnosed((report) => parse({file: 'content/doc/mk.md', lang: 'fr', value}, report))
  const text = {folder: 'content/doc', units: units(result)}
  expect(unitsFor(memoryWorld({}), text, lang)?.map(({source}) => source)).toEqual(sources)
})

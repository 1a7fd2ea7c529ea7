import {describe, expect, test} from 'vitest'
import {load} from '../../../src/content/load.ts'
import {Diagnostics} from '../../../src/diagnostic.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'
import {line} from '../../helpers/read-text.ts'

function loaded(files: Record<string, string | Uint8Array>, lang: string, fallback: string[] = []) {
  const {report, list} = new Diagnostics()
  const world = memoryWorld(files)
  const text = load(world, {folder: 'content/doc', lang, fallback, source: 'mk'}, report)
  return {text, messages: list.map(line), reads: Object.keys(world.reads())}
}

describe('load', () => {
  const files = {
    'content/doc/mk.md': 'извор',
    'content/doc/fr.md': 'texte',
    'content/doc/en.po': '',
    'content/doc/bad.md': new Uint8Array([0x61, 0x0a, 0x62, 0x0a, 0xcc, 0x0a])
  }

  test('takes the whole text of the language', () => {
    expect(loaded(files, 'fr').text).toEqual({file: 'content/doc/fr.md', lang: 'fr', value: 'texte'})
  })

  test('takes the source for a language with a catalog, though a fallback has a whole text', () => {
    expect(loaded(files, 'en', ['fr']).text?.lang).toBe('mk')
  })

  test('takes the whole text of a fallback', () => {
    expect(loaded(files, 'sq', ['fr', 'en']).text?.lang).toBe('fr')
    expect(loaded(files, 'sq', ['en', 'fr']).text?.lang).toBe('mk')
  })

  test('records what it looked for and did not find', () => {
    expect(loaded(files, 'sq').reads).toEqual(['content/doc/mk.md', 'content/doc/sq.md', 'content/doc/sq.po'])
  })

  test('reports a folder without a text', () => {
    expect(loaded({}, 'en').messages).toEqual([
      'mk.md text-missing Unexpected folder without a text, expected `content/doc/mk.md`'
    ])
  })

  test('reports the line of the first byte that is not UTF-8', () => {
    expect(loaded(files, 'bad').messages).toEqual(['bad.md:3:1 file-encoding Unexpected bytes, expected text in UTF-8'])
  })

  test('drops a byte order mark, and nothing else', () => {
    const text = '\ufeffe\u0301 \u00a0 \r\n'
    expect(loaded({'content/doc/mk.md': text}, 'mk').text?.value).toBe('e\u0301 \u00a0 \r\n')
  })
})

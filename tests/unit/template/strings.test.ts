import {describe, expect, test} from 'vitest'
import {loadPack} from '../../../src/template/pack.ts'
import {loadLocale} from '../../../src/template/strings.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {smallPack} from '../../helpers/small-pack.ts'

function locale(lang: string, fallback: string[], files: Record<string, string>) {
  const world = smallPack(files)
  return diagnosed((report) => {
    const pack = loadPack(world, 'small', report)
    return pack && loadLocale(world, pack, {lang, fallback, report})
  })
}

describe('strings', () => {
  test('a new language is a new file', () => {
    const {result, lines} = locale('sr', [], {'strings/sr.yml': 'contents: Садржај\n'})
    expect(lines).toEqual([])
    expect([result?.t('contents'), result?.script, result?.dir]).toEqual(['Садржај', 'Cyrl', 'ltr'])
  })

  test('a tag takes what it does not say from the broader tag', () => {
    const {result} = locale('sr-Latn', [], {'strings/sr.yml': 'a: А\nb: Б\n', 'strings/sr-Latn.yml': 'b: B\n'})
    expect([result?.t('a'), result?.t('b')]).toEqual(['А', 'B'])
  })

  test('the fallback languages of a pack are asked in order', () => {
    const files = {'strings/sq.yml': 'contents: Përmbajtja\n'}
    const {result} = locale('sq', ['xx', 'en'], files)
    expect([result?.t('contents'), result?.t('tip')]).toEqual(['Përmbajtja', 'Tip'])
  })

  test.each([
    ['sq', {}, 'language-unknown Unexpected language `sq`, expected one that the pack `small` has words for'],
    ['x', {}, 'language-unknown Unexpected language `x`, expected a BCP 47 tag such as `mk`'],
    [
      'sq',
      {'strings/sq.yml': 'dates:\n  months: [janar]\n'},
      'pack-invalid templates/small/strings/sq.yml:2:11 Unexpected list at `dates.months`, expected the names of twelve months'
    ],
    [
      'sq',
      {'strings/sq.yml': 'tip: [a]\n'},
      'pack-invalid templates/small/strings/sq.yml:1:6 Unexpected list at `tip`, expected text'
    ]
  ])('%s with %o', (lang, files, message) => {
    expect(locale(lang, [], files).lines).toContain(message)
  })
})

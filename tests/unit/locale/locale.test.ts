import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {createLocale, directionOf, fill, isDate, isLanguageTag, scriptOf} from '../../../src/locale.ts'
import {loadPack} from '../../../src/template/pack.ts'
import {loadLocale} from '../../../src/template/strings.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {smallPack} from '../../helpers/small-pack.ts'

/** The locale of `lang` by the strings that are shipped. */
function shipped(lang: string) {
  const strings = readFileSync(new URL(`../../../templates/base/strings/${lang}.yml`, import.meta.url), 'utf8')
  const world = smallPack({[`strings/${lang}.yml`]: strings})
  const {result, lines} = diagnosed((report) => {
    const pack = loadPack(world, 'small', report)
    return pack && loadLocale(world, pack, {lang, fallback: [], report})
  })
  if (!result) throw new Error(lines.join('\n'))
  return result
}

describe('numbers, dates and quotation marks of each language', () => {
  test.each([
    ['mk', '5.400', '0,5', '14 мај 2027\u00a0г.', '„a“', 'a, b и c'],
    ['en', '5,400', '0.5', '14 May 2027', '“a”', 'a, b and c'],
    ['sq', '5\u00a0400', '0,5', '14 maj 2027', '„a“', 'a, b dhe c'],
    ['fr', '5\u202f400', '0,5', '14 mai 2027', '«\u00a0a\u00a0»', 'a, b et c'],
    ['ar', '٥٬٤٠٠', '٠٫٥', '١٤ مايو ٢٠٢٧', '«a»', 'a، b وc'],
    ['de', '5.400', '0,5', '14. Mai 2027', '„a“', 'a, b und c'],
    ['sr', '5.400', '0,5', '14. мај 2027.', '„a”', 'a, b и c'],
    ['tr', '5.400', '0,5', '14 Mayıs 2027', '“a”', 'a, b ve c'],
    ['he', '5,400', '0.5', '14 במאי 2027', '”a”', 'a, b וc']
  ])('%s', (lang, thousands, half, date, quoted, list) => {
    const locale = shipped(lang)
    const [open, close] = locale.quotes
    expect([
      locale.number(5400),
      locale.number(0.5),
      locale.date('2027-05-14'),
      `${open}a${close}`,
      locale.list(['a', 'b', 'c'])
    ]).toEqual([thousands, half, date, quoted, list])
  })

  test('every language says every word that another says', () => {
    const words = (lang: string) =>
      readFileSync(new URL(`../../../templates/base/strings/${lang}.yml`, import.meta.url), 'utf8')
        .split('\n')
        .map((line) => /^[a-z-]+(?=:)/.exec(line)?.[0])
        .filter((word) => word !== undefined && word !== 'ties')
        .sort()
    for (const lang of ['mk', 'sq', 'fr', 'ar', 'de', 'sr', 'tr', 'he']) expect(words(lang)).toEqual(words('en'))
  })
})

describe('numbers', () => {
  test.each([
    ['en', 1234567.891, undefined, '1,234,567.891'],
    ['mk', 1234567, undefined, '1.234.567'],
    ['en', 2.5, 2, '2.50'],
    ['en', 2.005, 0, '2'],
    ['en', -5400, undefined, '-5,400'],
    ['ar', 1951, undefined, '١٬٩٥١']
  ])('%s: %s with %s decimals is %s', (lang, value, digits, text) => {
    expect(shipped(lang).number(value, digits === undefined ? {} : {digits})).toBe(text)
  })
})

describe('dates', () => {
  test.each([
    ['fr', '2027-05-01', '1er mai 2027'],
    ['mk', '2027-05', 'мај 2027\u00a0г.'],
    ['mk', '2027', '2027'],
    ['ar', '2027', '٢٠٢٧'],
    ['en', '2027-05-14T10:30:00Z', '14 May 2027'],
    ['ar', '2027/1', '٢٠٢٧/١']
  ])('%s: %s is %s', (lang, iso, text) => {
    expect(shipped(lang).date(iso)).toBe(text)
  })

  test.each([
    ['en', '14 May', 'Friday'],
    ['mk', '14 мај', 'петок'],
    ['sq', '14 maj', 'e premte'],
    ['fr', '14 mai', 'vendredi'],
    ['ar', '١٤ مايو', 'الجمعة'],
    ['de', '14. Mai', 'Freitag'],
    ['he', '14 במאי', 'יום שישי']
  ])('%s: a day without its year, and its name', (lang, day, weekday) => {
    const locale = shipped(lang)
    expect([locale.date('2027-05-14', 'day'), locale.date('2027-05-14', 'weekday')]).toEqual([day, weekday])
  })

  test.each([
    ['mk', 'ѓубрето', 'Ѓубрето'],
    ['sq', 'e premte, 2027', 'E premte, 2027'],
    ['fr', 'été', 'Été'],
    ['tr', 'içinde', 'İçinde'],
    ['nl-BE', 'ijs', 'IJs'],
    ['ka', 'პარასკევი', 'პარასკევი'],
    ['ar', 'الجمعة', 'الجمعة'],
    ['en', '14 may', '14 may'],
    ['de', '„hier“', '„hier“']
  ])('%s: %s at the beginning of a line', (lang, words, begun) => {
    expect(createLocale(lang, [], () => {}).sentence(words)).toBe(begun)
  })

  test.each([
    ['1900-03-01', 'Thursday'],
    ['2000-02-29', 'Tuesday'],
    ['2026-11-23', 'Monday'],
    ['2028-12-31', 'Sunday'],
    ['2027-05', '']
  ])('%s is a %s', (iso, name) => {
    expect(shipped('en').date(iso, 'weekday')).toBe(name)
  })

  test('the strings may name the weekdays', () => {
    const weekdays = ['M', 'T', 'W', 'T', 'F', 'S', 'Su']
    const {result} = diagnosed((report) => createLocale('en', [{dates: {weekdays}}], report))
    expect(result.date('2026-11-29', 'weekday')).toBe('Su')
  })

  test('days that do not exist are none', () => {
    expect(['2027-02-28', '2028-02-29', '2027-12-31', '2027-05', '2027'].every(isDate)).toBe(true)
    expect(['2027-02-29', '2100-02-29', '2027-13-01', '2027-00-01', '2027-04-31', '14.5.2027', ''].some(isDate)).toBe(
      false
    )
  })
})

describe('a language without strings of its own for numbers and dates', () => {
  const {result: locale} = diagnosed((report) => createLocale('fa', [{}], report))

  test('is written as its tag says, in the Gregorian calendar', () => {
    expect(locale.date('2027-05-14')).toMatch(/^۱۴ مه.? ۲۰۲۷$/)
    expect(locale.number(5400)).toBe('۵٬۴۰۰')
    expect(locale.digits('1951')).toBe('۱۹۵۱')
  })
})

test.each([
  ['mk', 'Cyrl', 'ltr'],
  ['ar', 'Arab', 'rtl'],
  ['he', 'Hebr', 'rtl'],
  ['fa', 'Arab', 'rtl'],
  ['sr-Latn', 'Latn', 'ltr'],
  ['az-Arab', 'Arab', 'rtl'],
  ['dv', 'Thaa', 'rtl'],
  ['en-GB', 'Latn', 'ltr'],
  ['no language', 'Latn', 'ltr']
])('%s is written in %s, %s', (lang, script, direction) => {
  expect([scriptOf(lang), directionOf(lang)]).toEqual([script, direction])
})

test('the strings of a language may turn its direction round', () => {
  expect(diagnosed((report) => createLocale('az', [{dir: 'rtl'}], report)).result.dir).toBe('rtl')
})

test('tags', () => {
  expect(['mk', 'sr-Latn-RS', 'ar-u-nu-arab'].every(isLanguageTag)).toBe(true)
  expect(['', 'x', 'macedonian-language', 'mk_MK', '../mk'].some(isLanguageTag)).toBe(false)
})

describe('words', () => {
  const own = {'page-of': 'Страница {n} од {total}'}
  const {result, lines} = diagnosed((report) => {
    const locale = createLocale('mk', [own, {tip: 'Tip'}, {tip: 'Other', note: 'Note'}], report)
    return {
      filled: locale.t('page-of', {n: 3, total: '9'}),
      left: locale.t('page-of'),
      fallback: locale.t('tip'),
      second: locale.t('note'),
      nowhere: locale.t('warning')
    }
  })

  test('have their values put in, and leave what is not given', () => {
    expect([result.filled, result.left]).toEqual(['Страница 3 од 9', 'Страница {n} од {total}'])
  })

  test('are taken along the fallback, and each gap is reported', () => {
    expect([result.fallback, result.second, result.nowhere]).toEqual(['Tip', 'Note', 'warning'])
    expect(lines).toEqual([
      'string-missing Unexpected gap in the words of `mk`, expected `tip`',
      'string-missing Unexpected gap in the words of `mk`, expected `note`',
      'string-missing Unexpected gap in the words of `mk`, expected `warning`'
    ])
  })

  test('numbers in them have the digits of the language', () => {
    expect(shipped('ar').t('page-of', {n: 3, total: 12})).toBe('الصفحة ٣ من ١٢')
  })

  test('a value is not read as a placeholder again', () => {
    expect(fill('{a} {b}', (name) => (name === 'a' ? '{b}' : 'x'))).toBe('{b} x')
  })
})

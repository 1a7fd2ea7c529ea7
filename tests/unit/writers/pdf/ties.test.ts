/** The house rules for words that stay on one line, language by language; `~` stands for a space that ends none. */

import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import type {Run, TextStyle} from '../../../../src/writers/pdf/content.ts'
import {tied} from '../../../../src/writers/pdf/ties.ts'

const style: TextStyle = {
  families: [],
  weight: 400,
  italic: false,
  size: 10,
  leading: 14,
  tracking: 0,
  color: '#000000'
}
const run = (text: string): Run => ({text, style})
const shown = (text: string, littleWords: readonly string[] = []) =>
  tied([run(text)], littleWords)
    .map((part) => (part.glue ? '~' : part.text))
    .join('')

/** Little words as the shipped pack has them. */
function littleWordsOf(lang: string): string[] {
  const file = join(import.meta.dirname, `../../../../templates/base/strings/${lang}.yml`)
  const {ties = ''} = parse(readFileSync(file, 'utf8'))
  return ties.split(' ').filter(Boolean)
}

describe('in every text', () => {
  test.each([
    ['mk', 'во повеќе од 100~земји низ целиот свет работиме'],
    ['mk', 'на 14~мај 2027~г. во Скопје почнува долгиот пат'],
    ['mk', 'околу 1~милијарда~$ годишен буџет има организацијата'],
    ['mk', 'улица Пример бр.~1, во Скопје, зграда №~5, одделение'],
    ['mk', 'миграција~– ИОМ е посветена на хуманитарните начела'],
    ['en', 'see §~5, part of the agreement that was signed by A.~B.~Sample yesterday'],
    ['en', 'a budget of $1~bn and 5,400~people, more than 50%~women altogether'],
    ['en', 'from 2–4~weeks in each of the countries~– or later'],
    ['sq', 'rreth 5~400~punonjës në mbarë botën, rruga nr.~1, përballë'],
    ['fr', 'les partenaires~: «~migration~» et plus de 5~400~employés~; pourquoi~? parce'],
    ['fr', 'le dossier n°~7, qui est de l’année dernière seulement'],
    ['ar', 'في أكثر من ١٠٠~بلد ومنطقة عمل، شارع المثال رقم~١، وسط'],
    ['ar', 'في ١٤~مايو ٢٠٢٧، تبدأ الفعاليات الاحتفالية الكبيرة']
  ])('%s %s', (_, text) =>
    expect(shown(`${text.replaceAll('~', ' ')} lastlongerwords endofparagraph`)).toBe(
      `${text} lastlongerwords endofparagraph`
    )
  )

  test.each([
    ['работат во целиот свет', 'работат во целиот~свет'],
    ['as long as they are extraordinarily internationalised', 'as long as they are extraordinarily internationalised'],
    ['staff work in more than 100 countries worldwide.', 'staff work in more than 100~countries worldwide.'],
    ['two words', 'two words']
  ])('the last two words of a paragraph, unless they are long or all there is: %s', (text, expected) =>
    expect(shown(text)).toBe(expected)
  )

  test('no others: years, numbers in a row, words that end in a full stop', () => {
    const text = 'He came in 1951, 1960, and so on. Then nothing extraordinarily internationalised'
    expect(shown(text)).toBe(text)
  })
})

describe('little words in titles and statements', () => {
  test.each([
    ['mk', 'Миграција во~корист на~сите и~за~нивни области „во~областа“ тука'],
    ['en', 'This is a~statement that I~read (“a~word”) somewhere'],
    ['sq', 'Migrimi i~rregullt në~dobi të tyre e~me~partnerë'],
    ['fr', 'La~migration à~la~portée de~tous, y~compris un~accord']
  ])('%s %s', (lang, text) =>
    expect(shown(`${text.replaceAll('~', ' ')} lastlongerwords endofparagraph`, littleWordsOf(lang))).toBe(
      `${text} lastlongerwords endofparagraph`
    )
  )

  test('none in Arabic, where they are written together', () => expect(littleWordsOf('ar')).toEqual([]))
})

test('the characters stay, over the border of runs too', () => {
  const parts = tied([run('more than 100'), run(' countries '), run('of the world')], [])
  expect(parts.map(({text}) => text).join('')).toBe('more than 100 countries of the world')
  expect(parts.filter(({glue}) => glue)).toHaveLength(2)
})

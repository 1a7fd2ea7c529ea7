import {describe, expect, test} from 'vitest'
import {type StyleSheet, Styles} from '../../../src/theme/styles.ts'

const sheet: StyleSheet = {
  body: {
    size: 9.6,
    leading: 14,
    color: 'ink',
    after: 7,
    hyphenate: true,
    tracking: 0.2,
    arab: {size: 11.8, leading: 21}
  },
  h2: {font: 'head', size: 15, before: 20, arab: {size: 18}},
  h3: {extends: 'h2', size: 10},
  strong: {weight: 600},
  'panel.body': {color: 'pine'},
  list: {after: 6},
  rule: {ruleAbove: {width: 1, color: 'rule', gap: 0}},
  bullet: {marker: {width: 8, height: 2.2, radius: 0, color: 'signal', gap: 7, text: '–'}}
}
const styles = new Styles(sheet, 'Cyrl')
const arabic = new Styles(sheet, 'Arab')

describe('a style takes', () => {
  test('the character of body unasked, not the space around it', () => {
    expect(styles.get('list')).toMatchObject({
      size: 9.6,
      leading: 14,
      color: 'ink',
      hyphenate: true,
      before: 0,
      after: 6
    })
  })

  test('all of the style it extends', () => {
    expect(styles.get('h3')).toMatchObject({font: 'head', size: 10, before: 20})
  })

  test('all of the same name without a scope', () => {
    expect(styles.get('body', ['panel'])).toMatchObject({color: 'pine', size: 9.6, after: 7})
  })

  test('the innermost scope that has it', () => {
    expect(styles.key('body', ['aside', 'panel'])).toBe('panel.body')
    expect(styles.key('h2', ['aside', 'panel'])).toBe('h2')
  })

  test('what is said for its script, its own and inherited', () => {
    expect(arabic.get('body')).toMatchObject({size: 11.8, leading: 21})
    expect(arabic.get('list')).toMatchObject({size: 11.8, leading: 21})
    expect(arabic.get('h2')).toMatchObject({size: 18})
    expect(styles.get('h2')).toMatchObject({size: 15})
  })
})

test('a name that the sheet lacks is body text', () => {
  expect(styles.get('quote-source')).toEqual(styles.get('body'))
})

test('nothing but properties comes out', () => {
  const keys = Object.keys(arabic.get('h3'))
  expect(keys).not.toContain('extends')
  expect(keys).not.toContain('arab')
})

test('joined letters are never spaced apart, nor parted by a hyphen', () => {
  expect([styles.get('body').tracking, arabic.get('body').tracking]).toEqual([0.2, 0])
  expect([styles.get('list').hyphenate, arabic.get('list').hyphenate]).toEqual([true, false])
})

test('words are tied in no style where body says so', () => {
  const loose = new Styles({body: {ties: 'none'}, h2: {ties: true}, 'panel.body': {ties: true}}, 'Latn')
  expect(['h2', 'panel.body', 'list'].map((name) => loose.get(name).ties)).toEqual(['none', 'none', 'none'])
})

test('headings are not hyphenated unless they say so', () => {
  expect(styles.get('h2').hyphenate).toBe(false)
})

test('an overlay is what a style itself changes', () => {
  expect(styles.overlay('strong')).toEqual({weight: 600})
  expect(styles.overlay('emphasis')).toEqual({})
})

test('styles that extend each other end', () => {
  const circle = new Styles({body: {size: 9}, a: {extends: 'b', size: 7}, b: {extends: 'a', leading: 8}}, 'Latn')
  expect(circle.get('a')).toMatchObject({size: 7, leading: 8})
})

test('a rule or marker laid over another pack’s is completed', () => {
  const partial = new Styles({h2: {color: 'pine', ruleAbove: {width: 3}}} as unknown as StyleSheet, 'Latn')
  expect(partial.get('h2').ruleAbove).toEqual({width: 3, color: 'pine', gap: 0})
})

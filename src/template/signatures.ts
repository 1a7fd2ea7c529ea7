/** The helpers that templates may call, and what each takes. */

export interface Signature {
  /** Least and most number of values. */
  params: readonly [number, number]
  /** Names of its `name=value` options. */
  options: readonly string[] | 'any'
  usage: string
}

/** Helpers that print something. */
export const helpers = {
  slot: {params: [0, 1], options: ['select', 'style'], usage: '{{slot "body"}} or {{slot select="#id"}}'},
  t: {params: [1, 1], options: 'any', usage: '{{t "word" name=value}}'},
  date: {params: [1, 1], options: ['format'], usage: '{{date doc.date format="year"}}'},
  time: {params: [1, 1], options: [], usage: '{{time "09:30"}}'},
  number: {params: [1, 1], options: ['digits'], usage: '{{number params.count digits=1}}'},
  list: {params: [1, 1], options: [], usage: '{{list doc.authors}}'},
  sentence: {params: [1, 1], options: [], usage: '{{sentence (t "word")}}'},
  address: {params: [1, 1], options: [], usage: '{{address params.url}}'},
  asset: {params: [1, 1], options: [], usage: '{{asset "picture.svg"}}'},
  eq: {params: [2, 2], options: [], usage: '(eq lang "ar")'}
} as const satisfies Record<string, Signature>

/** Helpers that open a block. */
export const blockHelpers = {
  if: {params: [1, 1], options: ['includeZero'], usage: '{{#if value}} … {{else}} … {{/if}}'},
  unless: {params: [1, 1], options: ['includeZero'], usage: '{{#unless value}} … {{/unless}}'},
  each: {params: [1, 1], options: [], usage: '{{#each list as |item|}} … {{/each}}'},
  with: {params: [1, 1], options: [], usage: '{{#with value as |name|}} … {{/with}}'}
} as const satisfies Record<string, Signature>

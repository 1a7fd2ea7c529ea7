/** The closed list of directives: what each is called, takes and holds. */
import {isLanguageTag} from '../locale.ts'

export type DirectiveKind = 'containerDirective' | 'leafDirective' | 'textDirective'

export interface DirectiveRule {
  kind: DirectiveKind
  /** `[label]`: what it is for, absent where the directive takes none. */
  label?: string
  labelRequired?: true
  attributes: Readonly<Record<string, AttributeRule>>
}

export interface AttributeRule {
  required?: true
  /** Whether it stands alone, as in `{decorative}`. */
  bare?: true
  /** Values it may have; any where there are none. */
  values?: readonly string[]
  form?: {test(value: string): boolean; expected: string}
}

const width = {
  test: (value: string) => /^(auto|\*|\d+(\.\d+)?)$/.test(value),
  expected: 'millimetres, `auto` or `*`'
}
const focus = {
  test: (value: string) => /^(100|\d{1,2})% +(100|\d{1,2})%$/.test(value),
  expected: 'two percentages from the top left, `30% 60%`'
}
const language = {test: isLanguageTag, expected: 'a BCP 47 language tag'}

/** Every directive of the content dialect, by name. */
export const directives = {
  callout: {
    kind: 'containerDirective',
    label: 'title',
    attributes: {kind: {values: ['note', 'tip', 'warning']}}
  },
  quote: {kind: 'containerDirective', label: 'name and role', attributes: {}},
  lead: {kind: 'containerDirective', label: 'kicker', attributes: {}},
  aside: {kind: 'containerDirective', label: 'title', attributes: {}},
  figures: {kind: 'containerDirective', attributes: {}},
  contact: {kind: 'containerDirective', attributes: {}},
  programme: {kind: 'containerDirective', attributes: {}},
  table: {
    kind: 'containerDirective',
    label: 'caption',
    attributes: {header: {values: ['row', 'column', 'both']}}
  },
  figure: {
    kind: 'leafDirective',
    label: 'caption',
    attributes: {
      src: {required: true},
      alt: {},
      credit: {},
      licence: {},
      focus: {form: focus},
      decorative: {bare: true}
    }
  },
  columns: {kind: 'containerDirective', attributes: {}},
  column: {
    kind: 'containerDirective',
    attributes: {width: {form: width}}
  },
  slide: {
    kind: 'containerDirective',
    label: 'title',
    attributes: {
      layout: {values: ['title', 'section', 'bullets', 'quote', 'figures', 'table', 'image', 'columns']}
    }
  },
  notes: {kind: 'containerDirective', attributes: {}},
  only: {kind: 'containerDirective', attributes: {format: {}, lang: {}, edition: {}}},
  qr: {kind: 'leafDirective', label: 'caption', attributes: {href: {required: true}}},
  toc: {
    kind: 'leafDirective',
    label: 'title',
    attributes: {depth: {values: ['1', '2', '3', '4', '5', '6']}}
  },
  break: {kind: 'leafDirective', attributes: {to: {values: ['page', 'column', 'panel', 'slide']}}},
  include: {kind: 'leafDirective', attributes: {src: {required: true}}},
  lang: {
    kind: 'textDirective',
    label: 'text',
    labelRequired: true,
    attributes: {lang: {required: true, form: language}}
  },
  value: {kind: 'textDirective', attributes: {name: {required: true}}}
} as const satisfies Record<string, DirectiveRule>

export type DirectiveName = keyof typeof directives

/** Find the rule of a directive, `undefined` where the dialect has none of that name. */
export function directiveRule(name: string): DirectiveRule | undefined {
  return Object.hasOwn(directives, name) ? directives[name as DirectiveName] : undefined
}

/** How a directive of this kind is written: `:::name`. */
export function spelling(name: string, kind: DirectiveKind): string {
  return {containerDirective: ':::', leafDirective: '::', textDirective: ':'}[kind] + name
}

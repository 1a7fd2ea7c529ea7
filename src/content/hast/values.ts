/** Facts from the parameters or the record: `:value{name=staff}`. */
import type {Text} from 'hast'
import type {TextDirective} from '../../document/mdast.ts'
import {isDate} from '../../locale.ts'
import {expected} from '../../nearest.ts'
import {at, type ToHastOptions} from './element.ts'

/** Write the fact that the directive names as the language writes numbers and dates; reports `value-unknown`. */
export function value(node: TextDirective, {values, locale, report}: ToHastOptions): Text {
  const name = node.attributes?.name ?? ''
  const fact = lookUp(values, name)
  const text = (words: string): Text => ({type: 'text', value: words})

  if (typeof fact === 'number') return text(locale.number(fact))
  if (typeof fact === 'string') return text(/^\d{4}-\d{2}-\d{2}$/.test(fact) && isDate(fact) ? locale.date(fact) : fact)
  if (Array.isArray(fact) && fact.every((item) => typeof item === 'string')) return text(locale.list(fact))
  if (fact === undefined)
    report('value-unknown', `Unexpected value \`${name}\`, expected ${expected(name, Object.keys(values))}`, at(node))
  else report('value-unknown', `Unexpected ${kind(fact)} \`${name}\`, expected a text, number or date`, at(node))
  return text(name)
}

/** `place.city` is the city of the place, unless there is a fact of that very name. */
function lookUp(values: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(values, name)) return values[name]
  let found: unknown = values
  for (const key of name.split('.')) {
    if (found === null || typeof found !== 'object' || !Object.hasOwn(found, key)) return
    found = Reflect.get(found, key)
  }
  return found
}

function kind(fact: unknown): string {
  if (fact === null) return 'empty value'
  return Array.isArray(fact) ? 'list' : typeof fact === 'object' ? 'mapping' : typeof fact
}

/** Names of a format's options: each writer knows its own. */
import {expected} from '../nearest.ts'
import type {WriterContext} from './writer.ts'

/** Report each option of the format that is not `known`; `product` names what the writer makes, `a Word format`. */
export function checkNames({options, report}: WriterContext, known: readonly string[], product: string): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue
    const phrase = known.length > 0 ? expected(name, known) : 'none'
    report('pack-invalid', `Unexpected option \`${name}\` of ${product}, expected ${phrase}`)
  }
}

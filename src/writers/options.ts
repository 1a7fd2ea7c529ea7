/** Names of a format's options: each writer knows its own. */
import {expected} from '../nearest.ts'
import {pictureOptions} from './resolution.ts'
import type {WriterContext} from './writer.ts'

/** Report each option of the format that is not `known`; `product` names what the writer makes, `a Word format`. */
export function checkNames({options, optionAt, report}: WriterContext, own: readonly string[], product: string): void {
  const known = [...own, ...pictureOptions]
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue
    const reason = `Unexpected option \`${name}\` of ${product}, expected ${expected(name, known)}`
    report('pack-invalid', reason, optionAt?.(name))
  }
}

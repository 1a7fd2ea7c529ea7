/** Variables in reach at a place of a template. */

import {expected} from '../nearest.ts'
import type {Variable} from './ast.ts'
import {any, follow, type Model, value} from './model.ts'

export interface Scope {
  /** What `this` is. */
  context: Model
  /** What `../` is; none at the top of a template or a partial. */
  outer?: Scope
  root: Model
  /** `each … as |person index|` */
  names: Readonly<Record<string, Model>>
  /** Inside `each`, in this template or around the partial. */
  loop: boolean
}

/** The model of a variable, or what is wrong with it. */
export function resolve(variable: Variable, scope: Scope): {model: Model} | {reason: string; note?: string} {
  if (variable.data) return resolveData(variable, scope)

  let at: Scope | undefined = scope
  for (let depth = 0; depth < variable.depth; depth += 1) at = at?.outer
  if (!at)
    return {
      reason: `Unexpected \`${variable.original}\`, expected no more \`../\` than \`each\` and \`with\` around it`
    }

  const [first = ''] = variable.parts
  const named = variable.depth === 0 && !isScoped(variable) && Object.hasOwn(scope.names, first)
  const found = named ? follow(scope.names[first] ?? any, variable.parts.slice(1)) : follow(at.context, variable.parts)
  if ('model' in found) return found

  const reason = unknownVariable(variable, found)
  const elsewhere = at.context !== scope.root && 'model' in follow(scope.root, variable.parts)
  if (!elsewhere) return {reason, ...declaration(variable)}
  return {reason, note: `Inside \`each\`, \`with\` and partials write \`@root.${variable.parts.join('.')}\`.`}
}

/** Where the names of parameters and columns come from. */
function declaration({parts: [first]}: Variable): {note?: string} {
  if (first === 'params') return {note: 'Correct the name, or declare it under `parameters` in template.yml.'}
  if (first === 'record') return {note: 'Correct the name, or declare the column under `record` in template.yml.'}
  return {}
}

/** True for `this.x` and `./x`, which never mean a helper or a name of a block. */
export function isScoped(variable: Variable): boolean {
  return /^(?:this\b|\.\/|\.$)/.test(variable.original)
}

function resolveData(variable: Variable, scope: Scope): {model: Model} | {reason: string} {
  const [name = '', ...rest] = variable.parts
  if (name === 'root') {
    const found = follow(scope.root, rest)
    return 'model' in found
      ? found
      : {reason: unknownVariable(variable, {...found, before: ['@root', ...found.before]})}
  }
  const known = ['@root', '@index', '@key', '@first', '@last']
  if (!known.includes(`@${name}`))
    return {reason: `Unexpected \`${variable.original}\`, expected ${expected(`@${name}`, known)}`}
  if (!scope.loop) return {reason: `Unexpected \`${variable.original}\` outside \`each\`, expected it inside`}
  return {model: value}
}

function unknownVariable(
  variable: Variable,
  {unknown, known, before}: {unknown: string; known: readonly string[]; before: readonly string[]}
): string {
  const whole = known.map((name) => [...before, name].join('.'))
  const wanted = [...before, unknown].join('.')
  const choice = known.length === 0 ? 'no such key' : expected(wanted, whole)
  return `Unexpected variable \`${variable.original}\`, expected ${choice}`
}

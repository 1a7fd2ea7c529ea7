/** Calls of helpers know where they stand: each is given a number, as an option that no author writes. */
import type {At} from '../diagnostic.ts'
import {type Call, type Expression, type Program, positionOf} from './ast.ts'
import {helpers as signatures} from './signatures.ts'
import type {Sources} from './sources.ts'

/** The option that holds the number. */
export const callOption = 'gf-call'

export interface NumberedCall {
  at: At
  /** The selector of a slot is written in the template itself. */
  literal: boolean
}

/** Number every call of a helper; the result holds them by number. Changes the programs of `sources`. */
export function numberCalls(sources: Sources): NumberedCall[] {
  const calls: NumberedCall[] = []
  for (const {file, program} of [sources.template, ...sources.partials.values()]) numberProgram(program, {file, calls})
  return calls
}

interface Walk {
  file: string
  calls: NumberedCall[]
}

function numberProgram(program: Program | undefined, walk: Walk): void {
  for (const statement of program?.body ?? []) {
    if (statement.type === 'MustacheStatement') numberCall(statement, walk)
    else if (statement.type === 'PartialStatement') numberValues(statement, walk)
    else if (statement.type === 'BlockStatement') {
      numberValues(statement, walk)
      numberProgram(statement.program, walk)
      numberProgram(statement.inverse, walk)
    }
  }
}

function numberValues({params, hash}: Pick<Call, 'params' | 'hash'>, walk: Walk): void {
  const values: Expression[] = [...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]
  for (const value of values) if (value.type === 'SubExpression') numberCall(value, walk)
}

function numberCall(call: Call, {file, calls}: Walk): void {
  numberValues(call, {file, calls})
  const name = 'original' in call.path ? String(call.path.original) : ''
  if (!Object.hasOwn(signatures, name)) return
  const hash = call.hash ?? {type: 'Hash', pairs: [], loc: call.loc}
  const literal = hash.pairs.some((pair) => pair.key === 'select' && pair.value.type === 'StringLiteral')
  const index = calls.push({at: {file, position: positionOf(call.loc)}, literal}) - 1
  const value = {type: 'NumberLiteral', value: index, original: index, loc: call.loc} as const
  hash.pairs.push({type: 'HashPair', key: callOption, value, loc: call.loc})
  call.hash = hash
}

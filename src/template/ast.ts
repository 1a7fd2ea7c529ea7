/** Handlebars' syntax tree as its parser makes it (its own types leave the gaps out), and the one call that parses. */
import Handlebars from 'handlebars'
import type {Position} from 'unist'
import type {Report} from '../diagnostic.ts'

export interface Loc {
  start: {line: number; column: number}
  end: {line: number; column: number}
}

export interface Program {
  type: 'Program'
  body: Statement[]
  blockParams?: string[]
}

export type Statement = Mustache | Block | Partial | Content | Comment | Refused

export interface Call {
  path: Expression
  params: Expression[]
  hash?: Hash
  loc: Loc
}
export interface Mustache extends Call {
  type: 'MustacheStatement'
  escaped: boolean
}
export interface Block extends Call {
  type: 'BlockStatement'
  program?: Program
  inverse?: Program
}
export interface Partial {
  type: 'PartialStatement'
  name: Expression
  params: Expression[]
  hash?: Hash
  loc: Loc
}
export interface Content {
  type: 'ContentStatement'
  /** What is printed, and what the file says: the former lacks white space around blocks on lines of their own. */
  value: string
  original: string
  loc: Loc
}
export interface Comment {
  type: 'CommentStatement'
  loc: Loc
}
/** Legal Handlebars that templates do not use: a partial with a block, decorators. */
export interface Refused {
  type: 'PartialBlockStatement' | 'Decorator' | 'DecoratorBlock'
  loc: Loc
}

export type Expression = Variable | SubExpression | Literal
export interface Variable {
  type: 'PathExpression'
  /** `@index` */
  data: boolean
  /** Number of `../` */
  depth: number
  parts: string[]
  original: string
  loc: Loc
}
export interface SubExpression extends Call {
  type: 'SubExpression'
}
export interface Literal {
  type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral'
  value?: string | number | boolean
  original?: string | number | boolean
  loc: Loc
}
export interface Hash {
  type: 'Hash'
  pairs: {type: 'HashPair'; key: string; value: Expression; loc: Loc}[]
  loc: Loc
}

/** Parse a template; `undefined`, reported as `template-syntax` with its line, where it is not sound. */
export function parseTemplate(text: string, file: string, report: Report): Program | undefined {
  try {
    // Its types say less than its parser guarantees.
    return Handlebars.parse(text) as unknown as Program
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const {reason, line, column} = readParseError(error)
    report('template-syntax', reason, {file, position: {line, column}})
    return
  }
}

/** The parser says `Parse error on line 3:` with an arrow below an excerpt, its later checks `… - 3:7`. */
function readParseError(error: Error): {reason: string; line: number; column: number} {
  const [first = '', excerpt = '', arrow = '', rest = ''] = error.message.split('\n')
  const named = /^(.*) - (\d+):(\d+)$/.exec(first)
  if (named) return {reason: sentence(named[1] ?? ''), line: Number(named[2]), column: Number(named[3]) + 1}

  const line = Number(/on line (\d+)/.exec(first)?.[1] ?? 1)
  const got = /got '(\w+)'/.exec(rest)?.[1]
  const near = excerpt.slice(Math.max(0, arrow.length - 12), arrow.length + 8).trim()
  const what = got === 'EOF' ? 'end of the template' : `Handlebars near \`${near}\``
  const remedy = got === 'EOF' ? 'a closing tag for every block' : 'a whole `{{…}}`, each block closed by its own name'
  return {reason: `Unexpected ${what}, expected ${remedy}`, line, column: 1}
}

function sentence(message: string): string {
  const mismatch = /^(\S+) doesn't match (\S+)$/.exec(message)
  return mismatch
    ? `Unexpected \`{{/${mismatch[2]}}}\`, expected \`{{/${mismatch[1]}}}\``
    : `Unexpected template: ${message}`
}

/** A place in the form that diagnostics use: columns from 1. */
export function positionOf({start, end}: Loc): Position {
  return {
    start: {line: start.line, column: start.column + 1},
    end: {line: end.line, column: end.column + 1}
  }
}

/**
 * Check a template on its syntax tree before anything is rendered: every variable against the model, every helper and
 * partial by name, so that a slip inside `{{#if}}` is found although that branch never runs.
 */
import type {At, RuleId} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import {
  type Block,
  type Call,
  type Expression,
  type Loc,
  type Mustache,
  type Partial,
  type Program,
  positionOf,
  type Statement
} from './ast.ts'
import {any, extend, itemOf, type Model, value} from './model.ts'
import {isScoped, resolve, type Scope} from './scope.ts'
import {blockHelpers, helpers, type Signature} from './signatures.ts'
import {partialName, type Source, type Sources} from './sources.ts'

type Fault = (rule: RuleId, reason: string, at: At, note?: string) => void

/** A walk through one file. */
interface Walk {
  file: string
  sources: Sources
  /** Partials around this place, the outermost first. */
  trail: readonly string[]
  fault: Fault
}

/** Check a template and its partials, each partial with the variables it is given where it is used. */
export function checkTemplate(sources: Sources, root: Model, fault: Fault): void {
  const scope: Scope = {context: root, root, names: {}, loop: false}
  checkSource(sources.template, scope, {sources, trail: [], fault})
}

function checkSource(source: Source, scope: Scope, walk: Omit<Walk, 'file'>): void {
  checkProgram(source.program, scope, {...walk, file: source.file})
}

function checkProgram(program: Program | undefined, scope: Scope, walk: Walk): void {
  for (const statement of program?.body ?? []) checkStatement(statement, scope, walk)
}

function checkStatement(statement: Statement, scope: Scope, walk: Walk): void {
  if (statement.type === 'MustacheStatement') checkMustache(statement, scope, walk)
  else if (statement.type === 'BlockStatement') checkBlock(statement, scope, walk)
  else if (statement.type === 'PartialStatement') checkPartial(statement, scope, walk)
  else if (statement.type !== 'ContentStatement' && statement.type !== 'CommentStatement') {
    const reason = 'Unexpected decorator or partial with a block, expected `{{> partial}}`'
    walk.fault('template-syntax', reason, place(statement.loc, walk))
  }
}

function checkMustache(mustache: Mustache, scope: Scope, walk: Walk): void {
  if (!mustache.escaped)
    walk.fault(
      'template-syntax',
      'Unexpected `{{{ }}}`, expected `{{ }}`: values are always escaped',
      place(mustache.loc, walk)
    )
  const name = helperName(mustache)
  if (name !== undefined || mustache.params.length > 0 || mustache.hash) {
    checkCall(mustache, {scope, walk, table: helpers})
    return
  }
  const model = checkExpression(mustache.path, scope, walk)
  if (model.kind === 'list' || model.kind === 'map') {
    const shown = originalOf(mustache.path)
    const remedy = model.kind === 'list' ? `\`{{list ${shown}}}\` or \`{{#each ${shown}}}\`` : 'one of its keys'
    walk.fault(
      'template-unknown',
      `Unexpected ${model.kind === 'list' ? 'list' : 'mapping'} \`${shown}\`, expected ${remedy}`,
      place(mustache.loc, walk)
    )
  }
}

/** Name of the helper that a call means, where its path is one word. */
function helperName({path}: Call): string | undefined {
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || path.parts.length !== 1 || isScoped(path)) return
  const [name] = path.parts
  return name !== undefined && Object.hasOwn(helpers, name) ? name : undefined
}

function checkBlock(block: Block, scope: Scope, walk: Walk): void {
  const name = originalOf(block.path)
  checkCall(block, {scope, walk, table: blockHelpers})
  const [subject] = block.params
  const model = subject ? modelOfExpression(subject, scope) : any
  checkProgram(block.program, insideBlock(name, {model, names: block.program?.blockParams ?? []}, scope), walk)
  checkProgram(block.inverse, scope, walk)
}

/** What is in reach inside a block: `each` and `with` change `this`, `if` and `unless` do not. */
function insideBlock(name: string, {model, names}: {model: Model; names: readonly string[]}, scope: Scope): Scope {
  if (name !== 'each' && name !== 'with') return scope
  const context = name === 'each' ? itemOf(model) : model
  const [first, second] = names
  const named = {...(first === undefined ? {} : {[first]: context}), ...(second === undefined ? {} : {[second]: value})}
  return {
    context,
    outer: scope,
    root: scope.root,
    names: {...scope.names, ...named},
    loop: scope.loop || name === 'each'
  }
}

function checkPartial(partial: Partial, scope: Scope, walk: Walk): void {
  const name = partialName(partial.name)
  if (name === undefined) {
    walk.fault(
      'template-syntax',
      'Unexpected computed name of a partial, expected the name itself',
      place(partial.loc, walk)
    )
    return
  }
  const [subject] = partial.params
  const context = subject ? checkExpression(subject, scope, walk) : scope.context
  const pairs = (partial.hash?.pairs ?? []).map((pair) => [pair.key, checkExpression(pair.value, scope, walk)] as const)
  if (walk.trail.includes(name)) {
    const circle = [...walk.trail.slice(walk.trail.indexOf(name)), name].join(' → ')
    walk.fault(
      'template-cycle',
      `Unexpected circle of partials \`${circle}\`, expected an end`,
      place(partial.loc, walk)
    )
    return
  }
  const source = walk.sources.partials.get(name)
  if (!source) return
  const inside = pairs.length > 0 ? extend(context, Object.fromEntries(pairs)) : context
  checkSource(
    source,
    {context: inside, root: scope.root, names: {}, loop: scope.loop},
    {...walk, trail: [...walk.trail, name]}
  )
}

interface CallContext {
  scope: Scope
  walk: Walk
  table: Readonly<Record<string, Signature>>
}

function checkCall(call: Call, {scope, walk, table}: CallContext): void {
  for (const param of call.params) checkExpression(param, scope, walk)
  for (const pair of call.hash?.pairs ?? []) checkExpression(pair.value, scope, walk)
  const name = originalOf(call.path)
  const at = place(call.loc, walk)
  const signature = Object.hasOwn(table, name) ? table[name] : undefined
  if (!signature) {
    const kind = table === blockHelpers ? 'block' : 'helper'
    walk.fault('template-unknown', `Unexpected ${kind} \`${name}\`, expected ${expected(name, Object.keys(table))}`, at)
    return
  }
  const [least, most] = signature.params
  if (call.params.length < least || call.params.length > most)
    walk.fault(
      'template-unknown',
      `Unexpected ${call.params.length} values of \`${name}\`, expected \`${signature.usage}\``,
      at
    )
  for (const pair of call.hash?.pairs ?? []) {
    if (signature.options !== 'any' && !signature.options.includes(pair.key))
      walk.fault(
        'template-unknown',
        `Unexpected option \`${pair.key}\` of \`${name}\`, expected \`${signature.usage}\``,
        place(pair.loc, walk)
      )
  }
}

/** Check an expression and say what it is. */
function checkExpression(expression: Expression, scope: Scope, walk: Walk): Model {
  if (expression.type === 'SubExpression') {
    checkCall(expression, {scope, walk, table: helpers})
    return value
  }
  if (expression.type !== 'PathExpression') return value
  const found = resolve(expression, scope)
  if ('model' in found) return found.model
  walk.fault('template-unknown', found.reason, place(expression.loc, walk), found.note)
  return any
}

function modelOfExpression(expression: Expression, scope: Scope): Model {
  if (expression.type !== 'PathExpression') return any
  const found = resolve(expression, scope)
  return 'model' in found ? found.model : any
}

function originalOf(expression: Expression): string {
  return 'original' in expression ? String(expression.original) : ''
}

function place(loc: Loc, {file}: Walk): At {
  return {file, position: positionOf(loc)}
}

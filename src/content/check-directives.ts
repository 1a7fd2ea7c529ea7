/** Hold the directives of a text to the table in directives.ts. */
import type {Nodes, Parents} from 'mdast'
import type {Point} from 'unist'
import type {At, Report} from '../diagnostic.ts'
import type {Directive} from '../document/mdast.ts'
import {expected, nearest} from '../nearest.ts'
import {type AttributeRule, type DirectiveRule, directiveRule, directives, spelling} from './directives.ts'
import {walk} from './walk.ts'

/** The text that is checked, as the author wrote it. */
export interface Written {
  value: string
  file: string
  report: Report
}

/** Report directives that are unknown, incomplete or never closed, and lines of colons that did not become one. */
export function checkDirectives(tree: Nodes, written: Written) {
  walk(tree, (node, parent) => {
    if (node.type === 'paragraph' || node.type === 'html') checkLines(node, written)
    if (isDirective(node)) checkDirective(node, parent, written)
  })
}

function isDirective(node: Nodes): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective'
}

function checkDirective(node: Directive, parent: Parents | undefined, written: Written) {
  const at: At = {file: written.file, position: opening(node, written)}
  const called = spelling(node.name, node.type)
  const rule = directiveRule(node.name)
  if (!rule) {
    const reason = `Unexpected directive \`${called}\`, expected ${likely(node)}`
    written.report('directive-unknown', reason, at)
    return
  }
  if (rule.kind !== node.type) {
    const right = spelling(node.name, rule.kind)
    written.report('directive-syntax', `Unexpected \`${called}\`, expected \`${right}\``, at, usage(rule, right))
    return
  }
  checkLabel(node, rule, written)
  checkAttributes(node, rule, written)
  if (node.type === 'containerDirective' && !isClosed(node, written)) {
    const colons = ':'.repeat(colonsAt(placeOf(node).start, written))
    written.report(
      'directive-syntax',
      `Unexpected \`${called}\` without an end, expected a line \`${colons}\` after its content`,
      at,
      'Close it with as many colons as open it; a directive around others takes more colons than they do.'
    )
  }
  const inColumns = parent?.type === 'containerDirective' && parent.name === 'columns'
  if (node.name === 'column' && !inColumns)
    written.report('directive-content', `Unexpected \`${called}\` by itself, expected it in \`::::columns\``, at)
}

/** The directive most likely meant, or those written with as many colons. */
function likely(node: Directive): string {
  const near = nearest(node.name, Object.keys(directives))
  const rule = near === undefined ? undefined : directiveRule(near)
  if (near !== undefined && rule) return `\`${spelling(near, rule.kind)}\``
  const alike = Object.entries<DirectiveRule>(directives).filter(([, {kind}]) => kind === node.type)
  return `one of ${alike.map(([name, {kind}]) => `\`${spelling(name, kind)}\``).join(', ')}`
}

function usage(rule: DirectiveRule, right: string): string {
  return {
    containerDirective: `Write \`${right}\` on a line of its own, its content below it, and \`:::\` after that.`,
    leafDirective: `Write \`${right}\` on a line of its own, without content below it.`,
    textDirective: `Write \`${right}\` within a line.`
  }[rule.kind]
}

function checkLabel(node: Directive, rule: DirectiveRule, {file, report}: Written) {
  const label = node.type === 'containerDirective' ? node.children.find((child) => isLabel(child)) : node.children[0]
  const called = spelling(node.name, node.type)
  if (label && !rule.label)
    report('directive-syntax', `Unexpected label on \`${called}\`, expected none`, {file, position: label.position})
  if (!label && rule.labelRequired)
    report('directive-syntax', `Unexpected \`${called}\` without its ${rule.label}, expected \`${called}[…]\``, {
      file,
      position: node.position
    })
}

/** Whether a child of a container directive is its `[label]`. */
export function isLabel(node: Nodes): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data
}

function checkAttributes(node: Directive, rule: DirectiveRule, written: Written) {
  const called = spelling(node.name, node.type)
  const {file, report} = written
  const attributes = node.attributes ?? {}
  const names = Object.keys(rule.attributes)
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = rule.attributes[name]
    const at = {file, position: attributePlace(node, name, written)}
    if (!attribute || !Object.hasOwn(rule.attributes, name)) {
      const reason = `Unexpected attribute \`${name}\` on \`${called}\`, expected ${expected(name, names)}`
      report('directive-attribute', reason, at)
      continue
    }
    const wanted = wantedValue(attribute, value ?? '')
    if (wanted !== undefined)
      report('directive-attribute', `Unexpected \`${value}\` as \`${name}\` of \`${called}\`, expected ${wanted}`, at)
  }
  for (const [name, attribute] of Object.entries(rule.attributes)) {
    if (!attribute.required || attributes[name]) continue
    const reason = `Unexpected \`${called}\` without \`${name}\`, expected \`{${name}=…}\``
    report('directive-attribute', reason, {file, position: opening(node, written)})
  }
  if (node.name === 'only' && names.every((name) => !attributes[name]))
    report('directive-attribute', 'Unexpected `:::only` without a condition, expected `format`, `lang` or `edition`', {
      file,
      position: opening(node, written)
    })
}

/** What the attribute expects where `value` is not it. */
function wantedValue(rule: AttributeRule, value: string): string | undefined {
  if (rule.bare && value !== '') return 'no value'
  if (rule.values && !rule.values.includes(value)) return expected(value, rule.values)
  if (rule.form && !rule.form.test(value)) return rule.form.expected
  return
}

/** Place of a directive's first line. */
function opening(node: Directive, {value}: Written) {
  const {start, end} = placeOf(node)
  const text = value.slice(start.offset, end.offset)
  const length = node.type === 'containerDirective' ? text.search(/\r?\n|$/) : text.length
  if (length === text.length) return {start, end}
  return {start, end: {line: start.line, column: start.column + length, offset: (start.offset ?? 0) + length}}
}

function attributePlace(node: Directive, name: string, written: Written) {
  const place = opening(node, written)
  const from = place.start.offset ?? 0
  const text = written.value.slice(from, place.end.offset)
  const index = text.indexOf(name, text.lastIndexOf('{'))
  // Attributes over several lines, or of a translation with escapes: the directive's own place is near enough.
  if (index === -1 || text.slice(0, index).includes('\n')) return place
  const point = (offset: number): Point => ({
    line: place.start.line,
    column: place.start.column + offset,
    offset: from + offset
  })
  return {start: point(index), end: point(index + name.length)}
}

function placeOf(node: Nodes) {
  const nowhere: Point = {line: 1, column: 1, offset: 0}
  return node.position ?? {start: nowhere, end: nowhere}
}

function isClosed(node: Directive, written: Written): boolean {
  const {start, end} = placeOf(node)
  const lines = written.value.slice(start.offset, end.offset).split(/\r?\n/)
  const fence = /^[\s>]*(:{3,})\s*$/.exec(lines.length > 1 ? (lines.at(-1) ?? '') : '')
  return fence !== null && (fence[1] ?? '').length >= colonsAt(start, written)
}

function colonsAt(start: Point, {value}: Written): number {
  return /^:*/.exec(value.slice(start.offset))?.[0].length ?? 0
}

/** Lines of prose that begin as a directive does. */
function checkLines(node: Nodes, {value, file, report}: Written) {
  const {start, end} = placeOf(node)
  let offset = start.offset ?? 0
  for (const [index, line] of value.slice(offset, end.offset).split('\n').entries()) {
    const [, indent = '', colons, space, name] = /^([\s>]*)(:{2,})([ \t]*)(\p{L}[\p{L}\p{N}_-]*)?/u.exec(line) ?? []
    const column = (index === 0 ? start.column : 1) + indent.length
    const at = {file, position: {line: start.line + index, column, offset: offset + indent.length}}
    offset += line.length + 1
    if (colons === undefined) continue
    if (name !== undefined && (!space || directiveRule(name))) {
      report(
        'directive-syntax',
        `Unexpected \`${colons}${space}${name}\` that does not parse, expected a directive`,
        at
      )
    } else if (colons.length > 2 && line.trim().replace(/^[>\s]+/, '') === colons) {
      const note = 'Take it out, or open the directive it closes; a directive around others takes more colons.'
      report('directive-syntax', `Unexpected \`${colons}\`, expected an open directive to close`, at, note)
    }
  }
}

/** The blocks that Word has no word for: each becomes paragraphs with a named style, or a table that looks the part. */
import type {
  Aside,
  Block,
  Callout,
  Contact,
  Figures,
  Group,
  KeyFigure,
  Lead,
  List,
  Programme,
  Quote
} from '../../document/nodes.ts'
import {blocks, line, optional, unitOf, withBookmark, written} from './blocks.ts'
import {inlines} from './inlines.ts'
import type {WordBlock, WordCell, WordParagraph, WordTable} from './model.ts'
import {inside, type State} from './state.ts'

/** A group gives its class as a scope to the styles inside; one with a ground stands in a cell of that colour. */
export function group(node: Group, state: State): WordBlock[] {
  if (node.style === undefined) return blocks(node.children, state)
  const scoped = {...state, scopes: [node.style, ...state.scopes]}
  const content = blocks(node.children, scoped)
  const boxed = state.registry.look(node.style, state.scopes).ground !== undefined
  return boxed && content.length > 0 ? box(node.style, content, state) : content
}

/** A remark in a table of one cell, which is how Word shades a block with room around it. */
export function callout(node: Callout, state: State): WordBlock[] {
  const within = {
    ...state,
    scopes: ['callout', ...state.scopes],
    text: 'callout',
    width: state.width - 2 * boxPadding.start
  }
  const title = optional('callout-title', node.title, within)
  return box('callout', [...title, ...blocks(node.children, within)], state)
}

/** A pull quote. Its marker is a dash on a line of its own: Word has no short lines above paragraphs. */
export function quote(node: Quote, state: State): WordBlock[] {
  const look = state.registry.look('quote', state.scopes)
  const sign = look.marker?.text ?? ''
  const markerLook = {...look, color: look.marker?.color ?? look.color, weight: 600, after: 0, keepWithNext: true}
  const style = state.registry.derived('Quote Marker', markerLook)
  const marker: WordParagraph[] = sign === '' ? [] : [{...line('quote', [written(sign)], state), style, keepNext: true}]
  const words = blocks(node.children, {...state, text: 'quote'})
  const source = optional('quote-source', node.source, state)
  return [...marker, ...(source.length > 0 ? words.map(kept) : words), ...source]
}

export function lead(node: Lead, state: State): WordBlock[] {
  return [...optional('kicker', node.kicker, state).map(kept), ...blocks(node.children, {...state, text: 'lead'})]
}

/** A side panel stands in the normal flow, in a box where its style has a ground. */
export function aside(node: Aside, state: State): WordBlock[] {
  const boxed = state.registry.look('aside', state.scopes).ground !== undefined
  const width = boxed ? state.width - 2 * boxPadding.start : state.width
  const within = {...state, scopes: ['aside', ...state.scopes], text: 'aside', width}
  const title = optional('aside-title', node.title, within).map((line) => ({...line, keepNext: true}))
  const content = [...title, ...blocks(node.children, within)]
  return boxed ? box('aside', content, state) : content
}

/** Space between the columns of key figures, pt. */
const gutter = 11

/**
 * Key figures: a table without verticals, four to a row, each under its own line; or a row to each, its label beside it,
 * where the style has a column for the number.
 */
export function figures(node: Figures, state: State): WordBlock[] {
  const {numberWidth} = state.registry.look('figure', state.scopes)
  if (numberWidth !== undefined) {
    const rows = node.children.map((figure) => ({
      header: false,
      cells: beside(keyFigure(figure, inside(figure, state)))
    }))
    return rows.length === 0 ? [] : [plainTable([numberWidth, state.width - numberWidth], rows, state), gap(state)]
  }
  const perRow = Math.min(node.children.length, 4)
  if (perRow === 0) return []
  const columns = Array.from({length: perRow}, () => state.width / perRow)
  const rows = []
  for (let from = 0; from < node.children.length; from += perRow) {
    const cells = node.children.slice(from, from + perRow).map((figure) => keyFigure(figure, inside(figure, state)))
    while (cells.length < perRow) cells.push({columns: 1, rows: 1, children: [line('figure-label', [], state)]})
    rows.push({header: false, cells})
  }
  return [plainTable(columns, rows, state), gap(state)]
}

/** The label of a key figure in a cell of its own. */
function beside(cell: WordCell): WordCell[] {
  const [number, ...label] = cell.children
  return [
    {...cell, children: number ? [number] : []},
    {...cell, children: label}
  ]
}

/** Items of a list side by side, in rows of `count`: people, logos. */
export function grid(node: List, count: number, state: State): WordBlock[] {
  const width = state.width / count
  const cells = node.children.map((item): WordCell => {
    const here = inside(item, state)
    return {columns: 1, rows: 1, children: blocks(item.children, {...here, text: 'list', width})}
  })
  while (cells.length % count > 0) cells.push({columns: 1, rows: 1, children: [line('list', [], state)]})
  const rows = Array.from({length: cells.length / count}, (_, row) => {
    return {header: false, cells: cells.slice(row * count, (row + 1) * count)}
  })
  return [plainTable(new Array<number>(count).fill(width), rows, state), gap(state)]
}

function plainTable(columns: readonly number[], rows: WordTable['rows'], state: State): WordTable {
  return {type: 'table', rtl: state.rtl, style: 'plain', columns, heads: {row: false, column: false}, rows}
}

function keyFigure(node: KeyFigure, state: State): WordCell {
  const look = state.registry.look('figure', state.scopes)
  const value = inlines([{type: 'text', value: node.value}], state)
  const unit =
    node.unit === undefined ? [] : inlines([{type: 'text', value: ` ${node.unit}`}], state, {style: 'KeyFigureUnit'})
  const name = unitOf(node, state)
  const label = {...line('figure-label', inlines(node.label, state), state), indentEnd: gutter}
  return {
    columns: 1,
    rows: 1,
    top: look.ruleAbove ?? {width: 1, color: look.color},
    padding: {vertical: look.ruleAbove?.gap ?? 7, start: 0, end: 0},
    children: [
      ...withBookmark([line('figure', [...value, ...unit], state)], name),
      ...withBookmark([label], name === undefined ? undefined : `${name}_label`)
    ]
  }
}

/** Contact details: the items of a list stand as paragraphs without markers. */
export function contact(node: Contact, state: State): WordBlock[] {
  const flat = node.children.flatMap((child): Block[] =>
    child.type === 'list' ? child.children.flatMap((item) => item.children) : [child]
  )
  return blocks(flat, {...state, text: 'contact'})
}

/** Share of the width that the time takes, and the place where there is one. */
const programmeShares = {time: 0.16, where: 0.24}

export function programme(node: Programme, state: State): WordBlock[] {
  const placed = node.children.some((entry) => entry.where.length > 0)
  const time = state.width * programmeShares.time
  const where = placed ? state.width * programmeShares.where : 0
  const rows = node.children.map((entry) => {
    const here = inside(entry, state)
    const unit = unitOf(entry, state)
    const cell = (part: 'time' | 'what' | 'where'): WordCell => {
      const filled = optional(`programme-${part}`, entry[part], here)
      const name = unit === undefined || part === 'time' ? unit : `${unit}_${part}`
      const children = filled.length > 0 ? withBookmark(filled, name) : [line(`programme-${part}`, [], here)]
      return {columns: 1, rows: 1, children}
    }
    const cells = [cell('time'), cell('what'), ...(placed ? [cell('where')] : [])]
    return {header: false, cells}
  })
  const columns = [time, state.width - time - where, ...(placed ? [where] : [])]
  return [{type: 'table', rtl: state.rtl, style: 'lines', columns, heads: {row: false, column: true}, rows}, gap(state)]
}

/** The paragraph that Word wants between two tables, and the space below one. */
export function gap(state: State): WordParagraph {
  return {type: 'paragraph', style: state.registry.paragraph('table-end'), rtl: state.rtl, children: []}
}

/** Space inside a box where its style says none, pt. */
const boxPadding = {vertical: 12, start: 14}

function box(name: string, children: readonly WordBlock[], state: State): WordBlock[] {
  const look = state.registry.look(name, state.scopes)
  const [vertical, side] = look.padding ?? [boxPadding.vertical, boxPadding.start]
  const cell: WordCell = {
    columns: 1,
    rows: 1,
    children,
    padding: {vertical, start: side, end: side},
    ...(look.ground === undefined ? {} : {ground: look.ground}),
    ...(look.ruleAbove ? {top: look.ruleAbove} : {}),
    ...(look.ruleBelow ? {bottom: look.ruleBelow} : {})
  }
  const heads = {row: false, column: false}
  const rows = [{header: false, cells: [cell]}]
  return [{type: 'table', rtl: state.rtl, style: 'plain', columns: [state.width], heads, rows}, gap(state)]
}

function kept(block: WordBlock): WordBlock {
  return block.type === 'paragraph' ? {...block, keepNext: true} : block
}

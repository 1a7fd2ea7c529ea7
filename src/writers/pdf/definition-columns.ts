/** Widths of table columns from the width of their texts. */

import {largest} from '../largest.ts'
import type {Content, Run} from './content.ts'
import type {State} from './definition.ts'

/** Width of the longest line of `contents` if nothing had to break, pt. */
export function naturalWidth(contents: readonly Content[], state: State): number {
  return largest(contents.map((content) => widthOf(content, state)))
}

function widthOf(content: Content, state: State): number {
  switch (content.kind) {
    case 'text':
      return largest(lines(content.runs).map((line) => state.measure.width(line)))
    case 'stack':
    case 'box':
      return naturalWidth(content.children, state)
    case 'list':
      return content.indent + largest(content.items.map((item) => naturalWidth(item.children, state)))
    case 'picture':
    case 'svg':
    case 'drawing':
      return content.width
    default:
      return 0
  }
}

function lines(runs: readonly Run[]): Run[][] {
  const result: Run[][] = [[]]
  for (const run of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) result.push([])
      result.at(-1)?.push({...run, text})
    })
  return result
}

/** What a column is wider than its text, pt: room for the last digit of a rounded sum. */
const slack = 1

/** What the first column takes beyond its text where it names the rows: a part of its width. */
const besideNames = 0.16

/**
 * Share `room` among columns of the `natural` widths. Where all fit, each gets its own and an equal part of the rest;
 * where not, those below the average keep theirs and the others share what is left by their size. With `named`, the
 * first column names the rows and stays near to what it names.
 */
export function shared(natural: readonly number[], room: number, named = false): number[] {
  const wanted = natural.map((width) => width + slack)
  const [first = 0] = wanted
  const total = sum(wanted)
  if (total <= room) {
    const rest = room - total
    if (!named || wanted.length < 2) return wanted.map((width) => width + rest / wanted.length)
    const aside = Math.min(rest, first * besideNames)
    return wanted.map((width, column) => width + (column === 0 ? aside : (rest - aside) / (wanted.length - 1)))
  }
  const average = room / wanted.length
  const small = sum(wanted.filter((width) => width <= average))
  const large = sum(wanted.filter((width) => width > average))
  return wanted.map((width) => (width <= average ? width : (width / large) * (room - small)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

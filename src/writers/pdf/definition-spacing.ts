/** Space between blocks: of two that meet, the larger one counts. */
import type {Content} from './content.ts'

/** Copies of `contents` where the space before each is what exceeds the space after the one above. */
export function collapsed(contents: readonly Content[]): Content[] {
  const result: Content[] = []
  for (const content of contents) {
    const above = result.at(-1)
    const space = above ? Math.max(0, spaceBefore(content) - spaceAfter(above)) : spaceBefore(content)
    result.push(withSpaceBefore(content, space))
  }
  return result
}

/** Copies of `contents` without the space before the first, for the top of a frame or box. */
export function flush(contents: readonly Content[]): Content[] {
  return contents.map((content, index) => (index === 0 ? withSpaceBefore(content, 0) : content))
}

/** Copies of `contents` without the space after the last, for the foot of a box or cell. */
export function trimmed(contents: readonly Content[]): Content[] {
  return contents.map((content, index) => (index === contents.length - 1 ? withSpaceAfter(content, 0) : content))
}

/** Room of `height` that stays at the head of a column, where space before a block is dropped. */
export function spacer(height: number): Content[] {
  return height > 0 ? [{kind: 'drawing', width: 0, height, shapes: []}] : []
}

/** Space above the first line of `content`, pt. */
export function spaceBefore(content: Content): number {
  if (content.kind === 'break') return 0
  const inner = content.kind === 'stack' ? content.children[0] : undefined
  return (content.margin?.[1] ?? 0) + (inner ? spaceBefore(inner) : 0)
}

/** Space below the last line of `content`, pt. */
function spaceAfter(content: Content): number {
  if (content.kind === 'break') return 0
  const inner = content.kind === 'stack' ? content.children.at(-1) : undefined
  return (content.margin?.[3] ?? 0) + (inner ? spaceAfter(inner) : 0)
}

/** A copy with `space` above its first line. */
function withSpaceBefore(content: Content, space: number): Content {
  if (content.kind === 'break' || spaceBefore(content) === space) return content
  const [start = 0, , end = 0, bottom = 0] = content.margin ?? []
  if (content.kind !== 'stack') return {...content, margin: [start, space, end, bottom]}
  const [first, ...rest] = content.children
  const children = first ? [withSpaceBefore(first, 0), ...rest] : []
  return {...content, margin: [start, space, end, bottom], children}
}

/** A copy with `space` below its last line. */
export function withSpaceAfter(content: Content, space: number): Content {
  if (content.kind === 'break' || spaceAfter(content) === space) return content
  const [start = 0, top = 0, end = 0] = content.margin ?? []
  if (content.kind !== 'stack') return {...content, margin: [start, top, end, space]}
  const last = content.children.at(-1)
  const children = last ? [...content.children.slice(0, -1), withSpaceAfter(last, 0)] : []
  return {...content, margin: [start, top, end, space], children}
}

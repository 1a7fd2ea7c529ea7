/** A page master as written into boxes on the page. */
import {type ArtEntry, type FrameEntry, type MasterEntry, pageSizes} from './master-schema.ts'
import type {Art, Box, FrameSpec, Master} from './masters.ts'

/** Resolve the master `name`. `locate` gives the World path of a file of the pack, `undefined` where there is none. */
export function resolveMaster(name: string, entry: MasterEntry, locate: (path: string) => string | undefined): Master {
  const [width, height] = sizeOf(entry.size)
  const page: Page = {
    width,
    height,
    bleed: entry.bleed ?? 0,
    margins: {
      top: entry.margins?.top ?? 20,
      bottom: entry.margins?.bottom ?? 20,
      start: entry.margins?.start ?? 20,
      end: entry.margins?.end ?? 20
    },
    grid: {columns: entry.grid?.columns ?? 1, gutter: entry.grid?.gutter ?? 0}
  }
  const {ground, header, footer, folds, baseline} = entry
  return {
    name,
    ...page,
    ...(ground === undefined ? {} : {ground}),
    ...(header === undefined ? {} : {header}),
    ...(footer === undefined ? {} : {footer}),
    ...(folds === undefined ? {} : {folds}),
    ...(baseline === undefined ? {} : {baseline}),
    ...(entry.continue === undefined ? {} : {continue: entry.continue}),
    panels: entry.panels ?? [],
    art: artList(entry.art).map((art) => resolveArt(art, page, locate)),
    frames: Object.fromEntries(
      Object.entries(entry.frames ?? {}).map(([frame, spec]) => [frame, resolveFrame(spec, page)])
    )
  }
}

type Page = Pick<Master, 'width' | 'height' | 'bleed' | 'margins' | 'grid'>

function sizeOf(size: MasterEntry['size'] = 'a4'): readonly [number, number] {
  if (typeof size !== 'string') return size
  return Object.hasOwn(pageSizes, size) ? pageSizes[size as keyof typeof pageSizes] : pageSizes.a4
}

function resolveFrame(spec: FrameEntry, page: Page): FrameSpec {
  return {
    ...horizontal(spec, page),
    ...vertical(spec, page),
    columns: spec.columns ?? 1,
    valign: spec.valign ?? 'top',
    ...(spec.next === undefined ? {} : {next: spec.next}),
    ...(spec.baseline === undefined ? {} : {baseline: spec.baseline}),
    ...(spec.class === undefined ? {} : {class: spec.class})
  }
}

/** A frame with a height and a bottom, but no top, stands on its bottom. */
function vertical(spec: FrameEntry, page: Page): {y: number; height: number} {
  const end = page.height - (spec.bottom ?? page.margins.bottom)
  if (spec.top === undefined && spec.bottom !== undefined && spec.height !== undefined)
    return {y: end - spec.height, height: spec.height}
  const y = spec.top ?? page.margins.top
  return {y, height: spec.height ?? end - y}
}

function horizontal(spec: FrameEntry, page: Page): {x: number; width: number} {
  const {start, end} = page.margins
  const {columns, gutter} = page.grid
  const measure = page.width - start - end
  const column = (measure - (columns - 1) * gutter) / columns
  if (spec.column !== undefined) {
    const span = spec.span ?? columns - spec.column + 1
    return {
      x: start + (spec.column - 1) * (column + gutter),
      width: spec.width ?? span * column + (span - 1) * gutter
    }
  }
  const x = spec.x ?? start
  return {x, width: spec.width ?? page.width - end - x}
}

function artList(art: MasterEntry['art']): ArtEntry[] {
  if (art === undefined) return []
  return Array.isArray(art) ? art : [art]
}

/** Without a box of its own, art covers the page and its bleed. */
function resolveArt(entry: ArtEntry, page: Page, locate: (path: string) => string | undefined): Art {
  const {src, x, y, width, height, mirror = true, keep = 'start'} = typeof entry === 'string' ? {src: entry} : entry
  const whole: Box = {
    x: -page.bleed,
    y: -page.bleed,
    width: page.width + 2 * page.bleed,
    height: page.height + 2 * page.bleed
  }
  return {
    src: locate(src) ?? src,
    x: x ?? whole.x,
    y: y ?? whole.y,
    width: width ?? whole.width,
    height: height ?? whole.height,
    mirror,
    keep
  }
}

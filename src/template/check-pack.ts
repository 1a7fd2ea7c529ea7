/** What the schemas of template.yml cannot see: names of one part that another part must know. */
import {expected} from '../nearest.ts'
import type {Baseline} from '../theme/masters.ts'
import type {PrintOptions} from '../theme/print-schema.ts'
import type {Path} from '../yaml.ts'
import type {FormatEntry} from './manifest.ts'
import {isMapping} from './merge.ts'
import type {Pack} from './pack.ts'

export type Fault = (reason: string, path: Path) => void

/** Check the names of colours, styles, frames, masters and formats. */
export function checkPack(pack: Pack, fault: Fault): void {
  checkStyles(pack, ['styles'], fault)
  for (const format of Object.keys(pack.manifest.formats ?? {})) {
    checkStyles(pack, ['formats', format, 'styles'], fault)
    checkFormat(pack, format, fault)
    checkPrint(pack, format, fault)
  }
  for (const master of Object.keys(pack.masters)) checkMaster(pack, master, fault)
}

function checkStyles(pack: Pack, path: Path, fault: Fault): void {
  const formats = pack.manifest.formats ?? {}
  const own = path[0] === 'styles' ? pack.manifest.styles : formats[String(path[1])]?.styles
  const names = [...new Set([...Object.keys(pack.manifest.styles ?? {}), ...Object.keys(own ?? {})])]
  for (const [name, style] of Object.entries(own ?? {})) {
    const base = style.extends
    if (typeof base === 'string' && !names.includes(base))
      fault(`Unexpected style \`${base}\`, expected ${expected(base, names)}`, [...path, name, 'extends'])
    checkColors(style, {pack, path: [...path, name]}, fault)
  }
}

/** Colours of a style, of its rules and marker, and of its values for a script. */
function checkColors(value: unknown, {pack, path}: {pack: Pack; path: Path}, fault: Fault): void {
  if (!isMapping(value)) return
  for (const [key, entry] of Object.entries(value)) {
    if (key === 'color' || key === 'ground') checkColor(entry, {pack, path: [...path, key]}, fault)
    else checkColors(entry, {pack, path: [...path, key]}, fault)
  }
}

function checkColor(name: unknown, {pack, path}: {pack: Pack; path: Path}, fault: Fault): void {
  if (typeof name !== 'string' || Object.hasOwn(pack.brand.colors, name)) return
  fault(`Unexpected colour \`${name}\`, expected ${expected(name, Object.keys(pack.brand.colors))}`, path)
}

/** The chain of `extends` must end, and name a writer and a template on the way. */
function checkFormat(pack: Pack, name: string, fault: Fault): void {
  const formats = pack.manifest.formats ?? {}
  const base = formats[name]?.extends
  if (base === undefined) return
  const path = ['formats', name, 'extends']
  if (formats[base] === undefined) {
    fault(`Unexpected format \`${base}\`, expected ${expected(base, Object.keys(formats))}`, path)
    return
  }
  const trail = [name]
  for (let at: string | undefined = base; at !== undefined; at = formats[at]?.extends) {
    if (at === name)
      fault(`Unexpected circle \`${[...trail, at].join(' → ')}\`, expected a format without \`extends\``, path)
    if (trail.includes(at)) return
    trail.push(at)
  }
}

/** A booklet is folded as it comes from the printer: nothing is cut off, and only it has sheets. */
function checkPrint({manifest: {formats = {}}}: Pack, name: string, fault: Fault): void {
  const chain: FormatEntry[] = []
  for (let at = formats[name]; at && !chain.includes(at); at = formats[at.extends ?? '']) chain.push(at)
  const own = formats[name]
  const says = (key: keyof PrintOptions, among = chain) => among.some((entry) => entry[key] !== undefined)

  for (const key of ['bleed', 'marks'] as const)
    if (own && says('impose') && says(key) && (says(key, [own]) || says('impose', [own])))
      fault(`Unexpected \`${key}\` of a format with \`impose: booklet\`, expected one of them`, [
        ...['formats', name],
        says(key, [own]) ? key : 'impose'
      ])
  for (const key of ['sheet', 'blanks'] as const)
    if (own && says(key, [own]) && !says('impose'))
      fault(`Unexpected \`${key}\` of a format without \`impose: booklet\`, expected both`, ['formats', name, key])
}

function checkMaster(pack: Pack, name: string, fault: Fault): void {
  const master = pack.masters[name]
  if (!master) return
  const path = ['masters', name]
  checkColor(master.ground, {pack, path: [...path, 'ground']}, fault)
  for (const [index, panel] of master.panels.entries())
    checkColor(panel.ground, {pack, path: [...path, 'panels', index, 'ground']}, fault)

  const masters = Object.keys(pack.masters)
  if (master.continue !== undefined && !masters.includes(master.continue))
    fault(`Unexpected master \`${master.continue}\`, expected ${expected(master.continue, masters)}`, [
      ...path,
      'continue'
    ])

  for (const [frame, {column, span = 1}] of Object.entries(pack.manifest.masters?.[name]?.frames ?? {})) {
    const {columns} = master.grid
    if (column !== undefined && column + span - 1 > columns)
      fault(`Unexpected column ${column + span - 1}, expected no more than the ${columns} of the grid`, [
        ...path,
        'frames',
        frame,
        'column'
      ])
  }

  checkBaseline(pack, [...path, 'baseline'], master.baseline, fault)
  const frames = Object.keys(master.frames)
  for (const [frame, {next, baseline}] of Object.entries(master.frames)) {
    checkBaseline(pack, [...path, 'frames', frame, 'baseline'], baseline, fault)
    if (next !== undefined && !frames.includes(next))
      fault(`Unexpected frame \`${next}\`, expected ${expected(next, frames)}`, [...path, 'frames', frame, 'next'])
  }
}

/** A style of the pack or of one of its formats, whose leading a grid takes. */
function checkBaseline({manifest}: Pack, path: Path, baseline: Baseline | undefined, fault: Fault): void {
  if (typeof baseline !== 'string') return
  const sheets = [manifest.styles, ...Object.values(manifest.formats ?? {}).map(({styles}) => styles)]
  const names = [...new Set(['body', ...sheets.flatMap((sheet) => Object.keys(sheet ?? {}))])]
  if (!names.includes(baseline)) fault(`Unexpected style \`${baseline}\`, expected ${expected(baseline, names)}`, path)
}

/** A template and the partials it uses, read and parsed. */
import type {At, Report} from '../diagnostic.ts'
import {expected} from '../nearest.ts'
import type {World} from '../world.ts'
import {readReported} from '../yaml.ts'
import {type Expression, type Partial, type Program, parseTemplate, positionOf, type Statement} from './ast.ts'
import {type Pack, packFile} from './pack.ts'

export interface Source {
  /** World path */
  file: string
  program: Program
}

export interface Sources {
  template: Source
  partials: ReadonlyMap<string, Source>
}

/** Read the template `name` and its partials; `undefined`, with the reasons reported, where one is wrong. */
export function readSources(
  world: World,
  pack: Pack,
  {name, at, report}: {name: string; at: At; report: Report}
): Sources | undefined {
  const file = packFile(world, pack, name)
  if (file === undefined) {
    report('file-missing', `Unexpected template \`${name}\`, expected a file of the pack \`${pack.name}\``, at)
    return
  }
  const template = readSource(world, file, report)
  if (!template) return

  const partials = new Map<string, Source>()
  let sound = true
  const open = [template]
  for (let source = open.pop(); source; source = open.pop()) {
    for (const {name: partial, call} of partialsIn(source.program.body)) {
      if (partials.has(partial)) continue
      const found = readPartial(world, pack, {
        name: partial,
        at: {file: source.file, position: positionOf(call.loc)},
        report
      })
      if (!found) sound = false
      else {
        partials.set(partial, found)
        open.push(found)
      }
    }
  }
  return sound ? {template, partials} : undefined
}

function readSource(world: World, file: string, report: Report): Source | undefined {
  const text = readReported(world, file, report)
  const program = text === undefined ? undefined : parseTemplate(text, file, report)
  return program && {file, program}
}

function readPartial(
  world: World,
  pack: Pack,
  {name, at, report}: {name: string; at: At; report: Report}
): Source | undefined {
  const file = packFile(world, pack, `partials/${name}.hbs`)
  if (file !== undefined) return readSource(world, file, report)
  const files = pack.folders.flatMap((folder) => world.list(`${folder}/partials`))
  const names = [...new Set(files.filter((entry) => entry.endsWith('.hbs')).map((entry) => entry.slice(0, -4)))].sort()
  report('template-unknown', `Unexpected partial \`${name}\`, expected ${expected(name, names)}`, at)
  return
}

/** The name of a partial, where it is a plain one. */
export function partialName(name: Expression): string | undefined {
  if (name.type === 'PathExpression') return name.original
  return name.type === 'StringLiteral' ? String(name.value) : undefined
}

function partialsIn(statements: readonly Statement[]): {name: string; call: Partial}[] {
  return statements.flatMap((statement) => {
    if (statement.type === 'BlockStatement')
      return [...partialsIn(statement.program?.body ?? []), ...partialsIn(statement.inverse?.body ?? [])]
    if (statement.type !== 'PartialStatement') return []
    const name = partialName(statement.name)
    return name === undefined ? [] : [{name, call: statement}]
  })
}

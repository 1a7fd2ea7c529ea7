/**
 * The one door to files. Every phase reads through a World, which keeps reads inside the declared roots and records
 * them, misses included: the record is what a result depends on.
 *
 * Reads are synchronous: a job is CPU-bound and has its own thread, and fonts and pictures are then read where, and only
 * if, they are needed.
 */
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, isAbsolute, join, resolve, sep} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

/**
 * Paths use `/` and name their root by a prefix: none is the project, `gatefold:` is what ships with the program
 * (`gatefold:templates/base/brand.yml`), `npm:` is an installed package (`npm:@scope/name/file.ttf`).
 */
export interface World {
  /** Bytes of a file, `undefined` where there is none; throws `OutsideError` for a path that leaves its root. */
  read(path: string): Uint8Array | undefined
  /** Names in a folder (folders end in `/`), sorted by code unit; empty where there is none. */
  list(path: string): readonly string[]
  /** What was read: path → sha256, or `null` for a miss; a folder's key ends in `/`. */
  reads(): Readonly<Record<string, string | null>>
  /** Seconds since 1970 by SOURCE_DATE_EPOCH, the only clock there is. */
  readonly epoch: number | undefined
}

/** A path that leaves its root, by `..`, by being absolute or through a link. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError'
}

/** Where the program's own files are: the folder that holds package.json, from src/ and from dist/ alike. */
export function programRoot(): string {
  return dirname(dirname(fileURLToPath(import.meta.url)))
}

/**
 * Read a file of a package that the program is made of, such as its WebAssembly: a part of the program, covered by its
 * version, and no input of a document.
 */
export function programFile(path: string): Uint8Array {
  const root = programRoot()
  const file = locatePackageFile(path, {project: root, program: root})
  if (file === undefined) throw new Error(`Cannot find ${path}: is the program installed whole?`)
  return readFileSync(file)
}

/** Text of a file that the bundle was made with, such as what it has parsed beforehand; none where only sources are. */
export function bundledText(name: string): string | undefined {
  const bytes = readIfFile(join(programRoot(), 'dist', name))
  return bytes && new TextDecoder().decode(bytes)
}

/** A World over the disk, rooted at the absolute folder `project`. A file stays what it was when it was first read. */
export function diskWorld(project: string, options: {epoch?: number | undefined} = {}): World {
  const roots = {project: realpathSync.native(project), program: realpathSync.native(programRoot())}
  const files = new Map<string, Found | undefined>()
  const folders = new Map<string, string>()

  function locate(path: string): string | undefined {
    if (path.startsWith('npm:')) return locatePackageFile(path.slice(4), roots)
    const [root, rest] = path.startsWith('gatefold:') ? [roots.program, path.slice(9)] : [roots.project, path]
    return confined(root, rest)
  }

  function readInstalled(path: string): Found | undefined {
    const key = `${roots.project}\n${path}`
    const known = readOnce(installedAt.get(key))
    if (known) return known
    const file = locate(path)
    if (file !== undefined) installedAt.set(key, file)
    return readOnce(file)
  }

  return {
    epoch: options.epoch,
    read(path) {
      if (!files.has(path))
        files.set(path, /^(?:npm|gatefold):/.test(path) ? readInstalled(path) : readWhole(locate(path)))
      return files.get(path)?.bytes
    },
    list(path) {
      const folder = locate(path)
      const names = folder === undefined ? [] : listIfFolder(folder)
      folders.set(`${path.replace(/\/$/, '')}/`, digest(names.join('\n')))
      return names
    },
    reads() {
      const record = [...[...files].map(([path, found]) => [path, found?.sha256 ?? null] as const), ...folders]
      return Object.fromEntries(record.sort(([a], [b]) => (a < b ? -1 : 1)))
    }
  }
}

/** sha256 in hex. */
export function digest(value: Uint8Array | string): string {
  return createHash('sha256').update(value).digest('hex')
}

/** Absolute path of `path` below `root` with links resolved, `undefined` where nothing is there. */
function confined(root: string, path: string): string | undefined {
  if (isAbsolute(path) || path.includes('\0') || /^[a-z][a-z\d+.-]*:/i.test(path)) throw new OutsideError(path)
  const wanted = resolve(root, path)
  if (!inside(root, wanted)) throw new OutsideError(path)
  if (!isThere(wanted)) return
  const real = realpathSync.native(wanted)
  if (!inside(root, real)) throw new OutsideError(path)
  return real
}

function inside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
}

/** Packages are looked up from the project first, so that it can add fonts of its own, then from the program. */
function locatePackageFile(path: string, roots: {project: string; program: string}): string | undefined {
  const name = /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? ''
  for (const root of [roots.project, roots.program])
    for (const folder of packageFolders(root)) {
      const at = join(folder, name)
      if (isThere(at)) return confined(realpathSync.native(at), path.slice(name.length + 1))
    }
  return
}

const packageFoldersOf = new Map<string, readonly string[]>()

/** Folders that Node looks for the packages of `root` in. */
function packageFolders(root: string): readonly string[] {
  const known = packageFoldersOf.get(root)
  if (known) return known
  const {resolve} = createRequire(pathToFileURL(join(root, 'package.json')))
  const folders = resolve.paths('any-package') ?? []
  packageFoldersOf.set(root, folders)
  return folders
}

interface Found {
  bytes: Uint8Array
  sha256: string
}

/** Where a project's packages and the program have a file: the lookup is longer than the reading. */
const installedAt = new Map<string, string>()

/** Files of packages and of the program, for as long as they are the same file. Never changed. */
const installed = new Map<string, Found & {stamp: string}>()

function readOnce(file: string | undefined): Found | undefined {
  const stats = file === undefined ? undefined : statSync(file, {throwIfNoEntry: false})
  if (!stats || file === undefined) return
  const stamp = `${stats.size} ${stats.mtimeMs} ${stats.ino}`
  const known = installed.get(file)
  if (known?.stamp === stamp) return known
  const found = readWhole(file)
  if (found) installed.set(file, {...found, stamp})
  return found
}

function readWhole(file: string | undefined): Found | undefined {
  const bytes = file === undefined ? undefined : readIfFile(file)
  return bytes && {bytes, sha256: digest(bytes)}
}

function isThere(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false}) !== undefined
}

function readIfFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
}

function listIfFolder(path: string): string[] {
  try {
    const entries = readdirSync(path, {withFileTypes: true})
    return entries.map((entry) => entry.name + (entry.isDirectory() ? '/' : '')).sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR'
}

/** Join `path` to the folder of the file `from`, both as World knows them: `joinPath('content/iom/mk.md', 'images/a.svg')`. */
export function joinPath(from: string, path: string): string {
  const [, prefix = '', rest = ''] = /^((?:gatefold|npm):)?(.*)$/s.exec(from) ?? []
  const parts = rest.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return prefix + parts.join('/')
}

/** Read text; a file that is not UTF-8 throws a TypeError with `code: 'ERR_ENCODING_INVALID_ENCODED_DATA'`. A leading BOM is dropped. */
export function readText(world: World, path: string): string | undefined {
  const bytes = world.read(path)
  return bytes && new TextDecoder('utf-8', {fatal: true}).decode(bytes)
}

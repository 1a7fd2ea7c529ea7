/** A World over files in memory, for tests. */
import {digest, diskWorld, OutsideError, programRoot, type World} from '../../src/world.ts'

/** Make a World over `files`: path as World knows it → text or bytes. */
export function memoryWorld(files: Readonly<Record<string, string | Uint8Array>>, epoch?: number): World {
  const record = new Map<string, string | null>()

  return {
    epoch,
    read(path) {
      if (normalised(path).startsWith('../')) throw new OutsideError(path)
      const content = files[normalised(path)]
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      record.set(path, bytes ? digest(bytes) : null)
      return bytes
    },
    list(path) {
      const folder = `${path.replace(/\/$/, '')}/`
      const inside = Object.keys(files).filter((file) => file.startsWith(folder))
      const names = inside.map((file) => /^[^/]+\/?/.exec(file.slice(folder.length))?.[0] ?? '')
      const sorted = [...new Set(names)].sort()
      record.set(folder, digest(sorted.join('\n')))
      return sorted
    },
    reads: () => Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

const disk = diskWorld(programRoot())

/** Make a World over a project of `files`, with the packs and the fonts of the program. */
export function memoryProject(files: Readonly<Record<string, string | Uint8Array>>): World {
  const memory = memoryWorld(files)
  const rootOf = (path: string) => (/^(?:npm|gatefold):/.test(path) ? disk : memory)
  return {...memory, read: (path) => rootOf(path).read(path), list: (path) => rootOf(path).list(path)}
}

function normalised(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** Results kept for the process: as good as new while everything that they were made from reads the same. */
import type {Report} from '../diagnostic.ts'
import type {World} from '../world.ts'
import {recent} from './recent.ts'

/** What a result may depend on, besides its key. */
export interface Door {
  world: World
  report: Report
}

type Seen =
  | {kind: 'file'; path: string; bytes: Uint8Array | undefined}
  | {kind: 'folder'; path: string; names: readonly string[]}

/**
 * Keep up to `limit` results of `make`, each by a key that stands for all its arguments but the door. Before one is
 * given out again its files are read again, through the World at hand: that keeps the record of reads whole, and a
 * result whose files have changed is made anew. So is one about which there was something to report.
 */
export function keep<Args extends unknown[], Result>(
  make: (door: Door, ...args: Args) => Result,
  {key, limit}: {key: (...args: Args) => string; limit: number}
): (door: Door, ...args: Args) => Result {
  const kept = recent<string, {seen: readonly Seen[]; result: Result}>(limit)

  return (door, ...args) => {
    const name = key(...args)
    const known = kept.get(name)
    if (known?.seen.every((seen) => readsTheSame(seen, door.world))) return known.result

    const seen: Seen[] = []
    let sound = true
    const report: Report = (...problem) => {
      sound = false
      door.report(...problem)
    }
    const result = make({world: witness(door.world, seen), report}, ...args)
    if (sound) kept.set(name, {seen, result})
    return result
  }
}

/** A World that notes what is read through it. */
function witness(world: World, seen: Seen[]): World {
  return {
    epoch: world.epoch,
    reads: () => world.reads(),
    read(path) {
      const bytes = world.read(path)
      seen.push({kind: 'file', path, bytes})
      return bytes
    },
    list(path) {
      const names = world.list(path)
      seen.push({kind: 'folder', path, names})
      return names
    }
  }
}

function readsTheSame(seen: Seen, world: World): boolean {
  if (seen.kind === 'folder') return world.list(seen.path).join('\n') === seen.names.join('\n')
  const bytes = world.read(seen.path)
  // Files of packages are kept by World itself: the same bytes are the same object.
  return bytes === seen.bytes || (bytes && seen.bytes ? Buffer.compare(bytes, seen.bytes) === 0 : false)
}

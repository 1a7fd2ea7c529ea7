/** The pictures of random documents: one of every kind. */
import type {World} from '../../src/world.ts'
import {album} from '../helpers/album.ts'
import type {Draft} from './draft.ts'

const folder = 'content/fuzz/'
const names = Object.keys(album)
/** Words of the one drawing that has any. */
const drawn = {'drawing.svg': 'A road'} as Readonly<Record<string, string>>

/** Path of a picture; what it says is part of the text where it is no decoration. */
export function picture({random, words}: Draft, decorative: boolean): string {
  const name = names[random.whole(0, names.length - 1)] ?? ''
  if (!decorative) words.write(wordsOf(folder + name))
  return folder + name
}

/** What a picture says. */
export function wordsOf(path: string): string {
  return drawn[path.slice(folder.length)] ?? ''
}

/** A World with these pictures in it. */
export function withAlbum(world: World): World {
  const encoder = new TextEncoder()
  return {
    ...world,
    read(path) {
      const content = path.startsWith(folder) ? album[path.slice(folder.length)] : undefined
      if (content === undefined) return world.read(path)
      return typeof content === 'string' ? encoder.encode(content) : content
    }
  }
}

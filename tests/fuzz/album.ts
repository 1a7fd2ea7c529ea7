/** The pictures of random documents: one of every kind. */
import type {World} from '../../src/world.ts'
import {album} from '../helpers/album.ts'
import type {Random} from '../helpers/random.ts'

const folder = 'content/fuzz/'
const names = Object.keys(album)
/** Path of a picture. */
export function picture(random: Random): string {
  return folder + (names[random.whole(0, names.length - 1)] ?? '')
}

/** A World with these pictures in it. */
export function withAlbum(world: World): World {
  const encoder = new TextEncoder()
  return {
    ...world,
    read(path) {
      const content = path.startsWith(folder) ? album[path.slice(folder.length)] : undefined
      if (content === undefined) return world.read(path)
      // Words of a drawing are no text of the document.
      return typeof content === 'string' ? encoder.encode(content.replace(/<text.*<\/text>/, '')) : content
    }
  }
}

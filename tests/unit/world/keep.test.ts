import {expect, test} from 'vitest'
import {type Door, keep} from '../../../src/world/keep.ts'
import type {World} from '../../../src/world.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

const text = (world: World, path: string) => new TextDecoder().decode(world.read(path))

/** What `a.txt` says, what the file that it names says, and what is in the folder; counts how often it is made. */
function counted() {
  const made = {times: 0}
  const make = ({world, report}: Door, title: string) => {
    made.times += 1
    const other = text(world, text(world, 'a.txt'))
    if (other === '') report('file-missing', 'Unexpected gap')
    return `${title}: ${other} (${world.list('folder').join(' ')})`
  }
  return {made, kept: keep(make, {key: (title) => title, limit: 2})}
}

const files = {'a.txt': 'b.txt', 'b.txt': 'words', 'folder/c.txt': ''}
const silent = () => {}

test('while its files are the same, a result is made once, and every World records its reads', () => {
  const {made, kept} = counted()
  const [first, second] = [memoryWorld(files), memoryWorld(files)]
  expect(kept({world: first, report: silent}, 'One')).toBe('One: words (c.txt)')
  expect(kept({world: second, report: silent}, 'One')).toBe('One: words (c.txt)')
  expect(made.times).toBe(1)
  expect(second.reads()).toEqual(first.reads())
  expect(Object.keys(second.reads())).toEqual(['a.txt', 'b.txt', 'folder/'])
})

test.each([
  ['a file', {...files, 'b.txt': 'other words'}, 'One: other words (c.txt)'],
  ['which file is read', {...files, 'a.txt': 'c.txt', 'c.txt': 'elsewhere'}, 'One: elsewhere (c.txt)'],
  ['what a folder holds', {...files, 'folder/d.txt': ''}, 'One: words (c.txt d.txt)']
])('made anew once %s has changed', (_, changed, expected) => {
  const {made, kept} = counted()
  kept({world: memoryWorld(files), report: silent}, 'One')
  const world = memoryWorld(changed)
  expect(kept({world, report: silent}, 'One')).toBe(expected)
  expect(made.times).toBe(2)

  const fresh = memoryWorld(changed)
  counted().kept({world: fresh, report: silent}, 'One')
  expect(world.reads()).toEqual(fresh.reads())
})

test('what there was something to report about is reported each time', () => {
  const {kept} = counted()
  const reported: string[] = []
  const door = {world: memoryWorld({...files, 'b.txt': ''}), report: (rule: string) => reported.push(rule)}
  kept(door, 'One')
  kept(door, 'One')
  expect(reported).toEqual(['file-missing', 'file-missing'])
})

test('each key has its own result, the oldest goes first', () => {
  const {made, kept} = counted()
  const door = {world: memoryWorld(files), report: silent}
  for (const title of ['One', 'Two', 'Three', 'Three', 'Two', 'One']) expect(kept(door, title)).toContain(title)
  expect(made.times).toBe(4)
})

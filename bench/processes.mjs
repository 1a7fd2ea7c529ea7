/** Whole processes by the clock: rounds of all works, so that what else the machine does falls on each of them alike. */
import {spawnSync} from 'node:child_process'

/**
 * Run each work `{name, program, args, cwd}` once in each of `rounds` rounds, after one that warms the disk's cache.
 * Gives `{name, took}` with the median in ms, for those whose program is installed; throws where gatefold itself fails.
 */
export function measure(works, rounds) {
  const there = works.filter((work) => run(work))
  const times = new Map(there.map(({name}) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const work of there) {
      const start = performance.now()
      run(work)
      times.get(work.name).push(performance.now() - start)
    }
  }
  return there.map(({name}) => ({name, took: median(times.get(name))}))
}

/** True where the program is there and ended well. */
export function run({program, args, cwd}) {
  const {status, error, stderr} = spawnSync(program, args, {cwd, encoding: 'utf8'})
  if (error?.code === 'ENOENT') return false
  if (status !== 0 && program === process.execPath) throw new Error(stderr)
  return status === 0
}

/** Print the rows with their ratio to each of the `bases`, which are names of rows. */
export function print(rows, bases) {
  const known = bases.flatMap((name) => rows.find((row) => row.name === name) ?? [])
  console.log(`${''.padEnd(38)}${'ms'.padStart(8)}${known.map(({name}) => `  ÷ ${name}`).join('')}`)
  for (const {name, took} of rows) {
    const ratios = known.map((base) => (took / base.took).toFixed(2).padStart(base.name.length + 4))
    console.log(`${name.padEnd(38)}${took.toFixed(0).padStart(8)}${ratios.join('')}`)
  }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

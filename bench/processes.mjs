/** Whole processes: rounds of all works, so that what else the machine does falls on each of them alike. */
import {spawnSync} from 'node:child_process'

/** What a process is given of the environment: no certificates to read at Node's start, no settings of a project. */
const {PATH, HOME, LANG} = process.env
const environment = {PATH, HOME, LANG}

/** bash's own `time`, whose line is the last on standard error: seconds of the clock, user and system. */
const timed = ['--norc', '-c', 'TIMEFORMAT="%3R %3U %3S"; time "$@"', 'bash']

/**
 * Run each work `{name, program, args, cwd}` once in each of `rounds` rounds, after one that warms the disk's cache.
 * Gives `{name, clock, processor}` with medians in ms, for those whose program is installed; throws where gatefold
 * itself fails.
 */
export function measure(works, rounds) {
  const there = works.filter((work) => run(work))
  const runs = new Map(there.map(({name}) => [name, []]))
  for (let round = 0; round < rounds; round++) for (const work of there) runs.get(work.name).push(run(work))
  return there.map(({name}) => ({
    name,
    clock: median(runs.get(name).map(({clock}) => clock)),
    processor: median(runs.get(name).map(({processor}) => processor))
  }))
}

/** Times in ms; `undefined` where the program is not there or did not end well. */
export function run({program, args, cwd}) {
  const {status, stderr} = spawnSync('bash', [...timed, program, ...args], {cwd, env: environment, encoding: 'utf8'})
  if (status !== 0 && program === process.execPath) throw new Error(stderr)
  if (status !== 0) return
  const [clock, user, system] = stderr.trimEnd().split('\n').at(-1).split(' ').map(Number)
  return {clock: clock * 1000, processor: (user + system) * 1000}
}

/** Print the rows with their ratio, by processor time, to each of the `bases`, which are names of rows. */
export function print(rows, bases) {
  const known = bases.flatMap((name) => rows.find((row) => row.name === name) ?? [])
  console.log(`${''.padEnd(38)}   clock     cpu ms${known.map(({name}) => `  ÷ ${name}`).join('')}`)
  for (const {name, clock, processor} of rows) {
    const ratios = known.map((base) => (processor / base.processor).toFixed(2).padStart(base.name.length + 4))
    const times = [clock, processor].map((time) => time.toFixed(0).padStart(8)).join('   ')
    console.log(`${name.padEnd(38)}${times}${ratios.join('')}`)
  }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/**
 * Jobs through runners. A runner takes one job at a time; as many as asked for work side by side, each on the next job
 * that is left. (Piscina was weighed: its queue, histograms and resizing are not needed, and it would have to be
 * installed beside the bundle, since it starts a worker file of its own.)
 */
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {Job, JobResult} from '../compile.ts'
import {programRoot} from '../world.ts'
import {attempt, failure, type Setting} from './attempt.ts'

export interface Runner {
  /** Never rejects: a job that throws, or takes its thread down, is a failed result. */
  run(job: Job): Promise<JobResult>
  close(): Promise<void>
}

export interface RunOptions {
  setting: Setting
  /** Jobs at once, at most. */
  width: number
  signal?: AbortSignal | undefined
  /** Called once for each job that ended, in the order they end. */
  onResult(result: JobResult): Promise<void>
}

/** A thread starts in about the time that four small documents take. */
const jobsWorthAThread = 4

/** Run all jobs, unless `signal` says stop: what is under way is then dropped, and what ended is kept. */
export async function run(jobs: readonly Job[], options: RunOptions): Promise<void> {
  const {setting, signal, onResult} = options
  const width = Math.min(options.width, Math.ceil(jobs.length / jobsWorthAThread))
  const open = width > 1 ? threadRunner : inlineRunner
  const runners = Array.from({length: width}, () => open(setting))
  const queue = jobs.values()
  let halted = false

  const halt = () => {
    halted = true
    for (const runner of runners) void runner.close()
  }
  async function work(runner: Runner): Promise<void> {
    for (const job of queue) {
      if (halted) break
      const result = await runner.run(job)
      if (!halted) await onResult(result)
      await breath()
    }
  }

  signal?.addEventListener('abort', halt, {once: true})
  try {
    await Promise.all(runners.map(work))
  } finally {
    signal?.removeEventListener('abort', halt)
    halt()
  }
}

/** Run jobs on this thread. */
export function inlineRunner(setting: Setting): Runner {
  return {run: (job) => attempt(job, setting), close: async () => {}}
}

/** Run jobs on a thread of their own; one that dies is replaced for the next job. */
export function threadRunner(setting: Setting): Runner {
  let worker: Worker | undefined
  return {
    run(job) {
      const thread = worker ?? new Worker(workerFile(), {workerData: setting})
      worker = thread
      return new Promise((resolve) => {
        const settle = (result: JobResult) => {
          thread.off('message', settle).off('error', die).off('exit', exited)
          resolve(result)
        }
        const die = (error: unknown) => {
          worker = undefined
          settle(failure(job, error, setting.debug))
        }
        const exited = (code: number) => die(new Error(`The thread ended with code ${code}`))
        thread.once('message', settle).once('error', die).once('exit', exited)
        thread.postMessage(job)
      })
    },
    async close() {
      await worker?.terminate()
    }
  }
}

/** The bundle's, also when the sources themselves run (in tests): Node needs JavaScript there. */
function workerFile(): URL {
  return pathToFileURL(join(programRoot(), 'dist', 'worker.js'))
}

/** Let signals and timers be heard between two jobs of this thread. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

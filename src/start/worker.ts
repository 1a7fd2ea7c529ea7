/** A runner's thread: a job comes in as a message, its result goes out as one. */
import {parentPort, workerData} from 'node:worker_threads'
import type {Setting} from '../build/attempt.ts'
import type {Job} from '../compile.ts'
import {loadCode} from './code.ts'

// build/run.ts is the only one who starts this file and who talks to it.
const setting = workerData as Setting

const {program, keep} = loadCode({cache: setting.cache ?? false})
const {attempt} = await program.thread()
let jobs = 0

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await attempt(job, setting))
  // Further jobs run mostly through the same code.
  if (++jobs === 1) keep()
})

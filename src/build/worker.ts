/** A runner's thread: a job comes in as a message, its result goes out as one. */
import {parentPort, workerData} from 'node:worker_threads'
import type {Job} from '../compile.ts'
import {attempt, type Setting} from './attempt.ts'

// run.ts is the only one who starts this file and who talks to it.
const setting = workerData as Setting

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await attempt(job, setting))
})

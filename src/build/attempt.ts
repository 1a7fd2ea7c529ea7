/** One job, whatever happens: the only place where a throw becomes a diagnostic. */
import type {Job, JobResult} from '../compile.ts'
import {Diagnostics} from '../diagnostic.ts'
import {diskWorld, OutsideError} from '../world.ts'

/** What a runner needs besides the job: plain JSON, so that it can be carried to a thread. */
export interface Setting {
  /** Absolute folder of the project. */
  project: string
  /** SOURCE_DATE_EPOCH. */
  epoch: number | undefined
  /** Put the stack trace of a fault of the program into its note. */
  debug: boolean
  /** Threads start with what V8 has compiled of the program before, and keep it for later runs. */
  cache?: boolean
}

/** Compile `job`; what is thrown comes back as one diagnostic of a failed result. */
export async function attempt(job: Job, setting: Setting): Promise<JobResult> {
  const world = diskWorld(setting.project, {epoch: setting.epoch})
  try {
    // Loaded here, so that planning, listing and help wait for no engine.
    const {compile} = await import('../compile.ts')
    return await compile(job, world)
  } catch (error) {
    return {...failure(job, error, setting.debug), reads: world.reads()}
  }
}

/** The result of a job that ended with `error`. */
export function failure(job: Job, error: unknown, debug: boolean): JobResult {
  const {list, report} = new Diagnostics()
  if (error instanceof OutsideError) report('file-outside', `Unexpected path \`${error.message}\` out of the project`)
  else {
    const stack = debug && error instanceof Error ? error.stack : undefined
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    report('internal', `Unexpected failure at \`${job.path}\`: ${firstLine(reason)}`, {}, stack)
  }
  return {
    job,
    bytes: null,
    extension: '',
    mediaType: '',
    pages: null,
    conformance: [],
    translation: {units: 0, fallback: 0, stale: 0},
    omitted: [],
    diagnostics: list,
    reads: {}
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

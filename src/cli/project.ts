/** The project that a command works on, where it needs no plan of its documents. */
import {loadProject, type Project} from '../config.ts'
import {Diagnostics} from '../diagnostic.ts'
import {diskWorld} from '../world.ts'
import type {Terminal} from './command.ts'

/** Read gatefold.yml of `folder`; `undefined`, its faults shown, where it cannot be used. */
export async function openProject(folder: string, terminal: Terminal): Promise<Project | undefined> {
  const {list, report} = new Diagnostics()
  const project = loadProject(diskWorld(folder), report)
  if (project) return project
  const {showProblems} = await import('./reporter.ts')
  showProblems(terminal, {diagnostics: list, usage: [], quiet: false})
  return
}

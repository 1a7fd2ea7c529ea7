/** The public names: everything else may change from one version to the next. */
export {type BuildOptions, type BuildReport, build, type Outcome} from './build/build.ts'
export type {Artifact} from './build/manifest.ts'
export {type Filters, type Plan, plan} from './build/plan.ts'
export {compile, type Job, type JobResult} from './compile.ts'
export {type Diagnostic, type RuleId, rules, type Severity} from './diagnostic.ts'
export {version} from './version.ts'
export {diskWorld, type World} from './world.ts'

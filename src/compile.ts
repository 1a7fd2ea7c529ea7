/** The story of the program: one Job through every phase. */
import type {Diagnostic, RuleSettings} from './diagnostic.ts'

/** One document to make: plain JSON, so that any runner can carry it. */
export interface Job {
  publication: string
  edition: string | null
  record: {id: string; values: Readonly<Record<string, unknown>>; file: string; line: number} | null
  /** Language wanted, BCP 47. */
  lang: string
  /** Language of the text itself. */
  source: string
  /** Languages to fall back along, in order, before the source. */
  fallback: readonly string[]
  format: string
  /** Template pack. */
  template: string
  parameters: Readonly<Record<string, unknown>>
  /** File whose `parameters:` these are, for diagnostics. */
  parametersFile: string
  /** styles and breaks for this language and format, from `overrides:`. */
  overrides: Readonly<Record<string, unknown>>
  rules: RuleSettings
  /** Path below output/ without the extension. */
  path: string
}

export interface JobResult {
  job: Job
  /** `null` where there were errors. */
  bytes: Uint8Array | null
  extension: string
  mediaType: string
  pages: number | null
  conformance: readonly string[]
  translation: {units: number; fallback: number; stale: number}
  diagnostics: readonly Diagnostic[]
  /** World's record of reads. */
  reads: Readonly<Record<string, string | null>>
}

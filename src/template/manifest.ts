/** What template.yml may say. */
export interface Manifest {
  extends?: string
  formats: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  masters: Readonly<Record<string, unknown>>
  styles: Readonly<Record<string, unknown>>
  /** JSON Schemas of the parameters, and of a record of an edition with `each`. */
  parameters?: Readonly<Record<string, unknown>>
  record?: Readonly<Record<string, unknown>>
}

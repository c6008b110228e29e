/** What the plugin did against Figma's rules, or what the host cannot do yet. It is thrown inside the plugin. */
export class HostError extends Error {
  override readonly name = 'HostError'
}

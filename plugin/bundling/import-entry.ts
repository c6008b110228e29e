const REQUIRED = /require\('(\.\/[^']+)'\)\['default'\]/

/**
 * The text of create-figma-plugin's entry with an import where it asks for our module by `require`, which keeps esbuild
 * from joining modules and from leaving out what is not used.
 */
export const importEntry = (contents: string): string => {
  const [call, path] = REQUIRED.exec(contents) ?? []
  if (call === undefined || path === undefined)
    throw new Error('The entry of create-figma-plugin is not as expected.')
  return `import entry from '${path}'\n${contents.replaceAll(call, 'entry')}`
}

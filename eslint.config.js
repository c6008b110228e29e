import figma from '@figma/eslint-plugin-figma-plugins'
import tseslint from 'typescript-eslint'

/** Layers: an import that matches is refused, with the reason. */
const layer = (files, regex, message) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ regex, message }] }],
  },
})

export default tseslint.config(
  { ignores: ['build/', 'data/', '.cache/', 'node_modules/', 'test/.output/'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Named exports only; a default export is for an entry that a tool demands.',
        },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['plugin/main/**/*.ts'],
    plugins: { '@figma/figma-plugins': figma },
    rules: figma.flatConfigs.recommended.rules,
  },
  layer(
    ['shared/**/*.ts'],
    '^(?!\\.{1,2}/|valibot$)|/(plugin|server|test)/',
    'shared imports valibot only.',
  ),
  layer(
    ['plugin/main/**/*.ts'],
    '^(?!\\.{1,2}/|valibot$)|/(ui|server|test)/',
    'plugin/main imports shared and valibot only.',
  ),
  layer(
    ['plugin/ui/**/*.{ts,tsx}'],
    '^node:|/(main|server|test)/',
    'plugin/ui imports shared, never main or server.',
  ),
  layer(['server/**/*.ts'], '/(plugin|test)/', 'server imports shared, never plugin or test.'),
  layer(
    ['server/studio/host/**/*.ts'],
    '^node:|/(plugin|test|web)/',
    'The host runs in Node and in browsers: it imports neither.',
  ),
  {
    files: ['plugin/main/index.ts', 'plugin/ui/index.tsx', '*.js', 'test/vitest.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['*.js'], ...tseslint.configs.disableTypeChecked },
)

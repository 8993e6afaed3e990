import tseslint from "typescript-eslint";

export default tseslint.config(
  {ignores: ["node_modules", "dist", "dist.next", "dist.old", ".perennial", "coverage"]},
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_"}],
      "@typescript-eslint/consistent-type-imports": ["error", {fixStyle: "inline-type-imports"}],
      "no-console": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      eqeqeq: ["error", "always", {null: "ignore"}]
    }
  },
  {files: ["cli/**", "test/**"], rules: {"no-console": "off"}},
  {files: ["models/**", "warehouse/**"], rules: {"@typescript-eslint/no-explicit-any": "off"}},
  {
    files: ["models/staging/**", "models/intermediate/**", "models/marts/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {selector: "TaggedTemplateExpression[tag.name='sql']", message: "raw SQL belongs in models/sql.ts only"}
      ]
    }
  }
);

/** Logical properties only: the same sheet serves right-to-left and left-to-right. */
export default {
  extends: ['stylelint-config-standard'],
  plugins: ['stylelint-use-logical'],
  rules: {
    'csstools/use-logical': [
      'always',
      { except: ['width', 'height', 'min-width', 'max-width', 'min-height', 'max-height'] },
    ],
    // Naming and empty lines are a matter of the formatter and of the reader, not of correctness.
    'selector-class-pattern': null,
    'custom-property-pattern': null,
    'custom-property-empty-line-before': null,
    'declaration-empty-line-before': null,
    'rule-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'comment-empty-line-before': null,
    'keyframes-name-pattern': null,
    'no-descending-specificity': null,
    'value-keyword-case': null,
    'number-max-precision': null,
    'import-notation': null,
    // A phone's own text size adjustment exists only behind its prefix.
    'property-no-vendor-prefix': null,
    // CSS modules.
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global', 'local'] }],
    'declaration-block-single-line-max-declarations': null,
  },
}

// One page of every kind, and those that differ most from their fellows.

export const PAGES = [
  'index.html',
  '404.html',
  'areas/index.html',
  'areas/school-affairs/index.html',
  'areas/core-systems/index.html',
  'areas/online-application/index.html',
  'areas/municipal-cloud/index.html',
  'departments/index.html',
  'departments/education/index.html',
  'systems/index.html',
  'procurement/index.html',
  'what-if/index.html',
  'funding/index.html',
  'funding/digital-garden-city-type1/index.html',
  'criteria/index.html',
  'process/index.html',
  'national-role/index.html',
  'background/index.html',
  'costs/index.html',
  'cloud/index.html',
  'evidence-gaps/index.html',
  'discrepancies/index.html',
  'unknowns/index.html',
  'data/index.html',
  'data/effects/index.html',
  'sources/index.html',
  'glossary/index.html',
  'about/index.html',
];

/** The pages in both languages. */
export const BOTH = PAGES.flatMap((page) => [page, `en/${page}`]);

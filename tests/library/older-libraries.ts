/**
 * @file Library files of every age, with content in each table that was there, written as the studio of the time wrote them:
 * made by the migrations up to that age and by SQL of its own, so that no store of today has a hand in it.
 */
import { openDb, type WritableDb } from '#library/sqlite/db.ts';
import { libraryFile } from '#library/sqlite/library-file.ts';
import { migrate, migrations } from '#library/sqlite/migrate.ts';

const applicationId = 0x53494c47;
const product =
  '{"type":"eau-de-parfum","category":"4","dosage":"15","batch":"100","bottle":"50","carrierId":"ethanol"}';
const lines =
  '{"lines":[{"id":"l1","ingredient":{"kind":"material","materialId":"linalool"},"parts":"0.003","dilution":"10","solventId":"ethanol","locked":true,"carrier":false,"note":"첫 행"}]}';

/** What the studio of each version wrote for the first time, by version. */
const written: Readonly<Record<number, string>> = {
  1: `
    INSERT INTO mark VALUES ('examples', '2026-01-01');
    INSERT INTO recipe (id, name_en, name_ko, name_folded, brief, is_example, is_archived, product, base_trial_id,
                        line_count, trial_count, edits_done, revision, created, updated)
    VALUES ('r', 'Rose at night', '밤의 장미', 'rose at night', 'dark', 0, 0, '${product}', 't', 1, 1, 1, 2,
            '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
    INSERT INTO line VALUES ('r', 'l1', 1024, 'linalool', NULL, NULL, '0.003', '10', 'ethanol', 1, 0, '첫 행');
    INSERT INTO trial VALUES ('t', 'r', NULL, 1, 'First', '처음', 'kept', '${product}', 1, '2026-01-02', '${lines}');
    INSERT INTO edit VALUES ('r', 1, 'note', '', '{"brief":{"before":"","after":"dark"}}', NULL, NULL, '2026-01-02');`,
  2: `
    INSERT INTO material VALUES ('mine', 'own', '{"name":{"en":"My base","ko":"내 베이스"},"aliases":{"en":[],"ko":[]},
      "cas":[],"kind":"base","family":"floral","role":"heart","descriptors":[],"flags":[]}',
      '{"supplier":"Me","sku":"","location":"A1","note":"","dilutions":[]}', 0, 1, '2026-02-01', '2026-02-01');
    INSERT INTO material VALUES ('linalool', 'shipped', '{}',
      '{"supplier":"","sku":"","location":"B2","note":"","dilutions":[],"stock":"12.5"}', 0, 1, '2026-02-01', '2026-02-01');`,
  3: `INSERT INTO open_recipe VALUES ('r', 0); INSERT INTO weighed VALUES ('r', 'l1');`,
  4: `
    INSERT INTO verdict (trial_id, table_id, amendment, checked, judged, categories, eu_law)
    VALUES ('t', 'shipped', 51, '2026-03-01', '2026-03-01', '${'p'.repeat(18)}', 'p');`,
  5: `
    INSERT INTO sitting VALUES ('s', 'r', 'blotter', 0, '2026-04-01T08:00:00.000Z', NULL, NULL);
    INSERT INTO sitting_sample VALUES ('s', 't', 0, '417');
    INSERT INTO sitting_due VALUES ('s', 30, '2026-04-01T08:30:00.000Z', NULL);
    INSERT INTO evaluation VALUES ('e', 't', NULL, 30, 'skin', 7, 8, '["rose"]', '이끼 낀 장미', 'go-on', '2026-04-01', NULL);
    INSERT INTO brief VALUES ('b', 'Spring', '하늘 상회', '2026-12-24', '{"words":"","references":[],"limits":{"forbidden":[]}}',
      1, '2026-04-01', '2026-04-01');
    INSERT INTO recipe_brief VALUES ('r', 'b');
    INSERT INTO supplier VALUES ('u', 'Hekserij', '', '');
    INSERT INTO lot VALUES ('o', 'linalool', 'u', 'L-1', '100', '12.5', '2026-04-01', '9', 'EUR', NULL, NULL, 'B2', 'fresh');
    INSERT INTO stock_minimum VALUES ('linalool', '5');
    INSERT INTO batch VALUES ('a', 'r', 't', '100', '2026-04-02', '');
    INSERT INTO batch_look VALUES ('a', 7, '2026-04-09', NULL);
    INSERT INTO recipe_label VALUES ('r', '["spring"]', 1, 0);
    INSERT INTO material_label VALUES ('mine', '[]', 1);`,
  6: `
    INSERT INTO collection_import VALUES ('i', 'materials', 'organ.csv', 'kept', 1, 0, 0, '2026-05-01');
    INSERT INTO collection_change VALUES ('i', 1, 'material', 'mine', 1, NULL);
    INSERT INTO column_mapping VALUES ('sig', '{"kind":"materials","mapping":["name",null]}', '2026-05-01');`,
};

/** Rows of each table as it was, columns by name. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Writes a library of `version` into `folder`, and answers all that is in it. */
export function writeOlderLibrary(folder: string, version: number): Rows {
  const db = openDb(libraryFile(folder), folder);
  db.pragma(`application_id = ${applicationId}`);
  migrate(db, folder, migrations.slice(0, version));
  db.write(() => {
    for (const [since, sql] of Object.entries(written)) if (Number(since) <= version) db.exec(sql);
  });
  const rows = rowsOf(db);
  db.close();
  return rows;
}

/** Everything in a library, by table. */
export function rowsOf(db: Pick<WritableDb, 'prepare'>): Rows {
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [name, db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()]),
  );
}

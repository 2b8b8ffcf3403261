import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testApp, type TestApp } from '../support/app.ts';

const operation = (name: string) => readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

describe.each(inject('servers'))('the contract on $name', ({ url }) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ server: url });
  });
  afterAll(() => app.stop());

  it('Round answers the 2020 stents', async () => {
    const answer = await app.ask(operation('round'), { code: 'GH-HD2020-1' });
    expect(answer).toMatchInlineSnapshot(`
      {
        "data": {
          "round": {
            "category": "STENT",
            "code": "GH-HD2020-1",
            "highestWinningPrice": "798.0000",
            "lowestWinningPrice": "469.0000",
            "name": "国家组织冠脉支架集中带量采购",
            "openedOn": "2020-11-05",
            "selectedProducts": {
              "nodes": [
                {
                  "agreedQuantity": null,
                  "confidence": "HIGH",
                  "product": {
                    "brand": "EXCROSSAL (心跃)",
                    "category": "STENT",
                    "code": "EXCROSSAL",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "jw-medical",
                      "name": "山东吉威医疗制品有限公司",
                    },
                    "name": "药物洗脱冠脉支架系统",
                  },
                  "provenance": "enterprise: found www.nbd.com.cn/articles/2020-11-05/1541405.html; price and brand known: from memory, unverified",
                  "rank": 1,
                  "winningPrice": "469.0000",
                },
                {
                  "agreedQuantity": null,
                  "confidence": "MEDIUM",
                  "product": {
                    "brand": "Tivoli (爱立)",
                    "category": "STENT",
                    "code": "TIVOLI",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "essen",
                      "name": "易生科技(北京)有限公司",
                    },
                    "name": "药物洗脱冠脉支架系统",
                  },
                  "provenance": "enterprise: found www.nbd.com.cn/articles/2020-11-05/1541405.html; price and brand known: from memory, unverified",
                  "rank": 2,
                  "winningPrice": "549.0000",
                },
                {
                  "agreedQuantity": null,
                  "confidence": "HIGH",
                  "product": {
                    "brand": "Firebird2 (火鸟2)",
                    "category": "STENT",
                    "code": "FIREBIRD2",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "microport",
                      "name": "上海微创医疗器械(集团)有限公司",
                    },
                    "name": "冠状动脉雷帕霉素洗脱钴基合金支架系统",
                  },
                  "provenance": "enterprise: found www.nbd.com.cn/articles/2020-11-05/1541405.html; price and brand known: from memory, unverified",
                  "rank": 3,
                  "winningPrice": "590.0000",
                },
                {
                  "agreedQuantity": null,
                  "confidence": "HIGH",
                  "product": {
                    "brand": "GuReater",
                    "category": "STENT",
                    "code": "GUREATER",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "lepu",
                      "name": "乐普(北京)医疗器械股份有限公司",
                    },
                    "name": "钴基合金雷帕霉素洗脱支架系统",
                  },
                  "provenance": "enterprise: found www.nbd.com.cn/articles/2020-11-05/1541405.html; price and brand known: from memory, unverified",
                  "rank": 4,
                  "winningPrice": "645.0000",
                },
                {
                  "agreedQuantity": null,
                  "confidence": "HIGH",
                  "product": {
                    "brand": "Resolute Integrity",
                    "category": "STENT",
                    "code": "RESOLUTE-INTEGRITY",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "medtronic",
                      "name": "美敦力(上海)管理有限公司",
                    },
                    "name": "药物洗脱冠脉支架系统",
                  },
                  "provenance": "enterprise: found www.nbd.com.cn/articles/2020-11-05/1541405.html; price known: from memory, unverified, corroborated: found www.tellerreport.com 2021-01-27 (a patient's VBP stents cost 648 yuan each, brand not named); brand known: from memory, unverified",
                  "rank": 5,
                  "winningPrice": "648.0000",
                },
                {
                  "agreedQuantity": null,
                  "confidence": "MEDIUM",
                  "product": {
                    "brand": "PROMUS",
                    "category": "STENT",
                    "code": "PROMUS-776",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "boston-scientific",
                      "name": "波士顿科学",
                    },
                    "name": "铂铬合金依维莫司洗脱冠状动脉支架系统",
                  },
                  "provenance": "enterprise and "two products": found en.camdi.org/news/4962 and www.cisema.com; price known: from memory, unverified",
                  "rank": 9,
                  "winningPrice": "776.0000",
                },
                {
                  "agreedQuantity": null,
                  "confidence": "HIGH",
                  "product": {
                    "brand": "PROMUS",
                    "category": "STENT",
                    "code": "PROMUS-798",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "boston-scientific",
                      "name": "波士顿科学",
                    },
                    "name": "铂铬合金依维莫司洗脱冠状动脉支架系统",
                  },
                  "provenance": "enterprise: found en.camdi.org/news/4962; 798 = highest winning price known: from memory, unverified, corroborated indirectly: found tellerreport 2022-11-30 (2022 cap = former highest price; end prices up to 848 incl. service fee)",
                  "rank": 10,
                  "winningPrice": "798.0000",
                },
                {
                  "agreedQuantity": null,
                  "confidence": "MEDIUM",
                  "product": {
                    "brand": "Helios",
                    "category": "STENT",
                    "code": "HELIOS",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "kinhely",
                      "name": "深圳市金瑞凯利生物科技有限公司",
                    },
                    "name": "冠脉雷帕霉素洗脱支架系统",
                  },
                  "provenance": "known: from memory, unverified (enterprise and brand)",
                  "rank": null,
                  "winningPrice": null,
                },
                {
                  "agreedQuantity": null,
                  "confidence": "MEDIUM",
                  "product": {
                    "brand": "Firekingfisher",
                    "category": "STENT",
                    "code": "FIREKINGFISHER",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "microport",
                      "name": "上海微创医疗器械(集团)有限公司",
                    },
                    "name": "冠状动脉雷帕霉素洗脱钴基合金支架系统",
                  },
                  "provenance": "enterprise: found www.nbd.com.cn/articles/2020-11-05/1541405.html (enterprise); second product, brand and price known: from memory, unverified",
                  "rank": null,
                  "winningPrice": "750.0000",
                },
                {
                  "agreedQuantity": null,
                  "confidence": "MEDIUM",
                  "product": {
                    "brand": "NOYA",
                    "category": "STENT",
                    "code": "NOYA",
                    "countingUnit": "个",
                    "enterprise": {
                      "code": "wanrui-feihong",
                      "name": "北京万瑞飞鸿医疗器材有限公司",
                    },
                    "name": "生物降解药物涂层冠脉支架系统",
                  },
                  "provenance": "known: from memory, unverified (enterprise and brand)",
                  "rank": null,
                  "winningPrice": null,
                },
              ],
              "totalCount": 10,
            },
            "status": "RENEWED",
          },
        },
      }
    `);
  });
  it('depth', async () => {
    app.database.forget();
    const answer = await app.ask(operation('rounds-in-depth'), { rounds: 10, volumes: 5 });
    expect(answer.errors).toBeUndefined();
    console.log(app.database.statements.length, JSON.stringify(answer).length, app.database.statements);
  });
  it('bids', async () => {
    const answer = await app.ask(operation('bid-evaluation'), { round: 'R4', lot: 'telmisartan-40mg' });
    console.log(JSON.stringify(answer, null, 1));
  });
});

import { always, maybe } from '../platform/graphql/describe.ts';
import { businessCode, byCode, one, pages, queries, reads } from '../platform/graphql/reads.ts';
import { Area } from './area.entity.ts';
import { AreaConnection, AreaType } from './area.type.ts';
import { Enterprise } from './enterprise.entity.ts';
import { EnterpriseConnection, EnterpriseType } from './enterprise.type.ts';
import { Institution } from './institution.entity.ts';
import { InstitutionConnection, InstitutionType } from './institution.type.ts';
import { areaList, enterpriseList, institutionList, policyDocumentList, productList } from './lists.ts';
import { PolicyDocument } from './policy-document.entity.ts';
import { PolicyDocumentConnection, PolicyDocumentType } from './policy-document.type.ts';
import { Product } from './product.entity.ts';
import { ProductConnection, ProductType } from './product.type.ts';

/** What is asked of the catalogue by itself. */
export const CatalogueQueries = queries({
  area: byCode(() => AreaType, areaList.list, maybe('The area with this code.', '按代码取地区。'), businessCode),
  areas: pages(() => AreaConnection, areaList, always('Areas: provinces and the pooling areas below them.', '地区:省份及其下属统筹区。')),
  enterprise: byCode(() => EnterpriseType, enterpriseList.list, maybe('The enterprise with this code.', '按代码取企业。'), businessCode),
  enterprises: pages(
    () => EnterpriseConnection,
    enterpriseList,
    always('Enterprises: holders and distributors.', '企业:持有人与配送企业。'),
  ),
  institution: byCode(
    () => InstitutionType,
    institutionList.list,
    maybe('The medical institution with this code.', '按代码取医疗机构。'),
    businessCode,
  ),
  institutions: pages(() => InstitutionConnection, institutionList, always('Designated medical institutions.', '定点医疗机构。')),
  product: byCode(() => ProductType, productList.list, maybe('The product with this code.', '按代码取产品。'), businessCode),
  products: pages(() => ProductConnection, productList, always('Products: drugs and stents.', '产品:药品与支架。')),
  policyDocument: byCode(
    () => PolicyDocumentType,
    policyDocumentList.list,
    maybe('The policy document with this code.', '按代码取政策文件。'),
    businessCode,
  ),
  policyDocuments: pages(() => PolicyDocumentConnection, policyDocumentList, always('Policy documents.', '政策文件。')),
});

/** What the fields of the catalogue's types mean, beside the columns of their names. */
export const catalogueReads = [
  reads(
    AreaType,
    'Area',
    Area,
    {
      parent: one(() => AreaType, 'parent', maybe('The area above; null for a province.', '上级地区,省级为空。')),
      children: pages(() => AreaConnection, areaList, always('The areas below.', '下属地区。'), 'parent_code'),
      institutions: pages(
        () => InstitutionConnection,
        institutionList,
        always('The medical institutions of this area.', '本地区的医疗机构。'),
        'area_code',
      ),
    },
    { key: ['code'] },
  ),
  reads(PolicyDocumentType, 'PolicyDocument', PolicyDocument, {}, {}),
  reads(
    EnterpriseType,
    'Enterprise',
    Enterprise,
    {
      products: pages(
        () => ProductConnection,
        productList,
        always('The products of which it is the holder.', '其持有的产品。'),
        'holder_id',
      ),
    },
    {},
  ),
  reads(
    InstitutionType,
    'Institution',
    Institution,
    { area: one(() => AreaType, 'area', always('Its pooling area.', '所属统筹区。')) },
    {},
  ),
  reads(ProductType, 'Product', Product, { enterprise: one(() => EnterpriseType, 'holder', always('The holder.', '持有人。')) }, {}),
];

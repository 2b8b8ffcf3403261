import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../platform/graphql/context.ts';
import { always, maybe } from '../platform/graphql/describe.ts';
import type { PageArguments } from '../platform/read/paged-list.ts';
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

const code = always('The business code.', '业务代码。');

@Resolver()
export class CatalogueResolver {
  @Query(() => AreaType, maybe('The area with this code.', '按代码取地区。'))
  area(@Arg('code', () => String, code) areaCode: string, @Ctx() context: Context) {
    return context.load(Area, areaCode);
  }

  @Query(() => AreaConnection, always('Areas: provinces and the pooling areas below them.', '地区:省份及其下属统筹区。'))
  areas(@Args(() => areaList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(areaList.list, args);
  }

  @Query(() => EnterpriseType, maybe('The enterprise with this code.', '按代码取企业。'))
  enterprise(@Arg('code', () => String, code) enterpriseCode: string, @Ctx() context: Context) {
    return context.load(Enterprise, enterpriseCode, 'code');
  }

  @Query(() => EnterpriseConnection, always('Enterprises: holders and distributors.', '企业:持有人与配送企业。'))
  enterprises(@Args(() => enterpriseList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(enterpriseList.list, args);
  }

  @Query(() => InstitutionType, maybe('The medical institution with this code.', '按代码取医疗机构。'))
  institution(@Arg('code', () => String, code) institutionCode: string, @Ctx() context: Context) {
    return context.load(Institution, institutionCode, 'code');
  }

  @Query(() => InstitutionConnection, always('Designated medical institutions.', '定点医疗机构。'))
  institutions(@Args(() => institutionList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(institutionList.list, args);
  }

  @Query(() => ProductType, maybe('The product with this code.', '按代码取产品。'))
  product(@Arg('code', () => String, code) productCode: string, @Ctx() context: Context) {
    return context.load(Product, productCode, 'code');
  }

  @Query(() => ProductConnection, always('Products: drugs and stents.', '产品:药品与支架。'))
  products(@Args(() => productList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(productList.list, args);
  }

  @Query(() => PolicyDocumentType, maybe('The policy document with this code.', '按代码取政策文件。'))
  policyDocument(@Arg('code', () => String, code) documentCode: string, @Ctx() context: Context) {
    return context.load(PolicyDocument, documentCode, 'code');
  }

  @Query(() => PolicyDocumentConnection, always('Policy documents.', '政策文件。'))
  policyDocuments(@Args(() => policyDocumentList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(policyDocumentList.list, args);
  }
}

@Resolver(() => AreaType)
export class AreaResolver {
  @FieldResolver(() => AreaType, maybe('The area above; null for a province.', '上级地区,省级为空。'))
  parent(@Root() area: Area, @Ctx() context: Context) {
    return area.parent ? context.load(Area, area.parent.code) : null;
  }

  @FieldResolver(() => AreaConnection, always('The areas below.', '下属地区。'))
  children(@Root() area: Area, @Args(() => areaList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(areasBelow, args, area.code);
  }

  @FieldResolver(() => InstitutionConnection, always('The medical institutions of this area.', '本地区的医疗机构。'))
  institutions(@Root() area: Area, @Args(() => institutionList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(institutionsOfArea, args, area.code);
  }
}

@Resolver(() => EnterpriseType)
export class EnterpriseResolver {
  @FieldResolver(() => ProductConnection, always('The products of which it is the holder.', '其持有的产品。'))
  products(@Root() enterprise: Enterprise, @Args(() => productList.Args) args: PageArguments, @Ctx() context: Context) {
    return context.pages(productsOfHolder, args, enterprise.id);
  }
}

@Resolver(() => InstitutionType)
export class InstitutionResolver {
  @FieldResolver(() => AreaType, always('Its pooling area.', '所属统筹区。'))
  area(@Root() institution: Institution, @Ctx() context: Context) {
    return context.load(Area, institution.area.code);
  }
}

@Resolver(() => ProductType)
export class ProductResolver {
  @FieldResolver(() => EnterpriseType, always('The holder.', '持有人。'))
  enterprise(@Root() product: Product, @Ctx() context: Context) {
    return context.load(Enterprise, product.holder.id);
  }
}

// Made once: the page loader batches by the identity of the list.
const areasBelow = areaList.under('parent_code');
const institutionsOfArea = institutionList.under('area_code');
const productsOfHolder = productList.under('holder_id');

package dev.onbehalf.products.export;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cedar with the policies and entities of an export; an error is a denial. */
record CedarEngine(List<Field> fields, PolicySet policies, Map<String, Entity> entities)
    implements DecisionEngine {
  static CedarEngine of(List<Field> fields, List<ExportFile> files) {
    try {
      Set<Policy> named = new LinkedHashSet<>();
      for (Policy numbered : PolicySet.parsePolicies(files.get(0).text()).policies) {
        named.add(
            new Policy(
                numbered.policySrc, Objects.requireNonNull(numbered.getAnnotation("id"))));
      }
      PolicySet policies = new PolicySet(named);
      policies.cache();
      Map<String, Entity> entities =
          Entities.parse(files.get(2).text()).getEntities().stream()
              .collect(Collectors.toMap(one -> one.getEUID().toString(), one -> one));
      return new CedarEngine(fields, policies, entities);
    } catch (Exception e) {
      throw new AssertionError(files.get(0).text(), e);
    }
  }

  @Override
  public Verdict decide(List<String> question) {
    Map<String, Value> context = new HashMap<>();
    EntityUID user = uid("User", PointView.UNSEEN);
    EntityUID resource = uid("Resource", "");
    EntityUID action = uid("Action", "");
    for (int i = 0; i < question.size(); i++) {
      Field field = fields.get(i);
      String value = question.get(i);
      if (field.equals(Field.USER)) {
        user = uid("User", value);
      } else if (field.equals(Field.RESOURCE)) {
        resource = uid("Resource", value);
      } else if (field.equals(Field.ACTION)) {
        action = uid("Action", value);
      } else {
        context.put(field.name(), new PrimString(value));
      }
    }
    return decide(new AuthorizationRequest(user, action, resource, context));
  }

  private static EntityUID uid(String type, String id) {
    return EntityTypeName.parse(type).orElseThrow().of(id);
  }

  /** No more entities than the request speaks of: the others are parsed in vain. */
  Verdict decide(AuthorizationRequest request) {
    Set<Entity> known =
        Stream.of(request.principalEUID, request.resourceEUID)
            .map(one -> entities.get(one.toString()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    try {
      AuthorizationSuccessResponse answer =
          new BasicAuthorizationEngine()
              .isAuthorized(request, policies, known)
              .success
              .orElseThrow();
      return Verdict.of(answer.isAllowed() && answer.getErrors().isEmpty(), answer.getReason());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}

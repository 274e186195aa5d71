package org.orderly.identity.person;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Stores a role by its code, which the table {@code role} knows. */
@Converter
public class RoleConverter implements AttributeConverter<Role, String> {

  @Override
  public String convertToDatabaseColumn(Role role) {
    return role.code();
  }

  @Override
  public Role convertToEntityAttribute(String code) {
    return Role.valueOf(code.toUpperCase(Locale.ROOT));
  }
}

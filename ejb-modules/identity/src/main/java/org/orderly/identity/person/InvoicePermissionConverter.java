package org.orderly.identity.person;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a permission as its code. */
@Converter
public class InvoicePermissionConverter implements AttributeConverter<InvoicePermission, String> {

  @Override
  public String convertToDatabaseColumn(InvoicePermission permission) {
    return permission.code();
  }

  @Override
  public InvoicePermission convertToEntityAttribute(String code) {
    return InvoicePermission.parse(code);
  }
}
